import type { Answers, AnswerValue, FieldTexts, FormContext, Posted, Sources } from './answers-model.ts';
import { checkField, type PersonFacts } from './check-rules.ts';
import { answerOf, isFilled } from './condition-rules.ts';
import { brokenRules } from './cross-rules.ts';
import { isDate } from './date-rules.ts';
import type { Field, PersonPart } from './field-model.ts';
import { findPage, visibleAnswers, visiblePages } from './flow-rules.ts';
import type { Form } from './model.ts';
import { parseField } from './parse-rules.ts';
import { textIn } from './text-rules.ts';

export interface PageResult {
  /** Every visible field of the page, right or wrong, empty ones as the empty text: merge them into the draft as they are. */
  readonly values: Answers;
  readonly errors: FieldTexts;
  readonly warnings: FieldTexts;
}

export interface FormResult {
  readonly ok: boolean;
  /** Page → field → sentence; pages without findings are absent. */
  readonly errors: Readonly<Record<string, FieldTexts>>;
  readonly warnings: Readonly<Record<string, FieldTexts>>;
}

/** What the form says of the person whose number stands in `field`. */
function factsFor(field: Field, fields: readonly Field[], answers: Answers): PersonFacts {
  const person = field.fill?.person;
  if (!person) return {};
  const find = (part: PersonPart) => {
    const other = fields.find(({ fill }) => fill?.person === person && fill.part === part);
    return other ? answerOf(answers, other.key) : '';
  };
  const [sex, born] = [find('sex'), find('dateOfBirth')];
  return {
    sex: sex === 'nam' || sex === 'nu' ? sex : field.fill?.sex,
    dateOfBirth: typeof born === 'string' && isDate(born) ? born : undefined,
  };
}

/** Findings of fields alone and between fields, for all visible fields; the first error of a field wins. */
function judge(form: Form, answers: Answers, context: FormContext) {
  const fields = visiblePages(form, answers).flatMap((visible) => visible.fields);
  const errors = new Map<string, string>();
  const warnings = new Map<string, string>();
  for (const field of fields) {
    const finding = checkField(field, answerOf(answers, field.key), factsFor(field, fields, answers), context);
    if (finding.error) errors.set(field.key, finding.error);
    else if (finding.warning) warnings.set(field.key, finding.warning);
  }
  for (const rule of brokenRules(form.rules, visibleAnswers(form, answers), context.today)) {
    if (!fields.some(({ key }) => key === rule.field) || errors.has(rule.field)) continue;
    const found = rule.level === 'error' ? errors : warnings;
    if (!found.has(rule.field)) found.set(rule.field, textIn(rule.message, context.lang));
  }
  for (const key of errors.keys()) warnings.delete(key);
  return { errors, warnings };
}

const only = (texts: ReadonlyMap<string, string>, fields: readonly Field[]): FieldTexts =>
  Object.fromEntries(fields.flatMap(({ key }) => (texts.has(key) ? [[key, texts.get(key) ?? '']] : [])));

/** Errors and warnings of one page as the draft stands. */
export function checkPage(
  form: Form,
  pageKey: string,
  answers: Answers,
  context: FormContext,
): Omit<PageResult, 'values'> {
  const fields = findPage(form, pageKey, answers)?.fields ?? [];
  const { errors, warnings } = judge(form, answers, context);
  return { errors: only(errors, fields), warnings: only(warnings, fields) };
}

/**
 * Reads one page out of a posted body (urlencoded strings). Never throws; unknown keys are dropped; wrong input comes
 * back in `values` as it was typed, with a sentence in `errors`. `answers` are those of the draft so far. An unknown
 * or hidden page gives three empty results.
 */
export function parsePage(
  form: Form,
  pageKey: string,
  posted: Posted,
  answers: Answers,
  context: FormContext,
): PageResult {
  const fields = findPage(form, pageKey, answers)?.fields ?? [];
  const values: Record<string, AnswerValue> = {};
  for (const field of fields) if (field.type !== 'file') values[field.key] = parseField(field, posted);
  return { values, ...checkPage(form, pageKey, mergeAnswers(answers, values), context) };
}

/** The draft's answers with a page's values over them; emptied fields disappear. */
export function mergeAnswers(answers: Answers, values: Answers): Record<string, AnswerValue> {
  return Object.fromEntries(Object.entries({ ...answers, ...values }).filter(([, value]) => isFilled(value)));
}

/** Sources of values that did not change; what a person typed anew is their own. */
export function mergeSources(sources: Sources, before: Answers, after: Answers): Sources {
  const unchanged = ([key]: [string, unknown]) =>
    JSON.stringify(answerOf(before, key)) === JSON.stringify(answerOf(after, key));
  return Object.fromEntries(Object.entries(sources).filter(unchanged));
}

/** Judges the whole form as it would be submitted: visible fields only. */
export function validateAll(form: Form, answers: Answers, context: FormContext): FormResult {
  const { errors, warnings } = judge(form, answers, context);
  const byPage = (texts: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      visiblePages(form, answers)
        .map(({ page, fields }) => [page.key, only(texts, fields)] as const)
        .filter(([, found]) => Object.keys(found).length > 0),
    );
  return { ok: errors.size === 0, errors: byPage(errors), warnings: byPage(warnings) };
}
