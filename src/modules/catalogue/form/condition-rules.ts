import type { Answers, AnswerValue } from './answers-model.ts';
import type { Condition } from './condition-model.ts';

export const isFilled = (value: AnswerValue): boolean =>
  typeof value === 'string' ? value !== '' : (value.detail || value.commune || value.province) !== '';

/** Whether a condition holds. A field without an answer is neither this nor that: `not` still holds for it. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((inner) => holds(inner, answers));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, answers));
  if (!('field' in condition)) return !holds(condition.not, answers);
  const value = answerOf(answers, condition.field);
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return typeof value === 'string' && condition.in.includes(value);
  if ('filled' in condition) return isFilled(value) === condition.filled;
  return value !== condition.not;
}

/** Keys of the fields that a condition looks at. */
export function fieldsOf(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  return 'field' in condition ? [condition.field] : fieldsOf(condition.not);
}

/** The answer of a field; the empty text when there is none. */
export const answerOf = (answers: Answers, key: string): AnswerValue =>
  Object.hasOwn(answers, key) ? (answers[key] ?? '') : '';
