import type { Answers, AnswerValue } from './answers-model.ts';
import { answerOf, fieldsOf, holds, isFilled } from './condition-rules.ts';
import { daysBetween, span, yearsBetween } from './date-rules.ts';
import type { Check, Rule } from './rule-model.ts';
import { familyName, upperName } from './words-rules.ts';

const spanOf = (key: string, answers: Answers, today: string) => {
  const value = key === 'today' ? today : answerOf(answers, key);
  return typeof value === 'string' ? span(value) : undefined;
};

/** Values compared as people read them: capitals, accents and spelling of an address do not differ by case. */
const comparable = (value: AnswerValue): string =>
  upperName(typeof value === 'string' ? value : [value.detail, value.commune, value.province].join('|'));

/** Passes unless the check surely fails: an unknown day or month gets the benefit of the doubt. */
function passes(check: Check, answers: Answers, today: string): boolean {
  if (check.kind === 'condition') return holds(check.condition, answers);
  const value = answerOf(answers, check.field);
  if (!isFilled(value)) return true;
  const own = spanOf(check.field, answers, today);
  switch (check.kind) {
    case 'not-future':
      return !own || own.first <= today;
    case 'within-days': {
      const other = spanOf(check.of, answers, today);
      return !own || !other || daysBetween(own.last, other.first) <= check.days;
    }
    case 'not-after': {
      const other = spanOf(check.other, answers, today);
      return !own || !other || own.first <= other.last;
    }
    case 'age-at-least': {
      const at = spanOf(check.at, answers, today);
      return !own || !at || yearsBetween(own.first, at.last) >= check.years;
    }
    case 'age-at-most': {
      const at = spanOf(check.at, answers, today);
      return !own || !at || yearsBetween(own.last, at.first) <= check.years;
    }
    case 'same':
    case 'family-name-of': {
      const read = check.kind === 'same' ? comparable : (one: AnswerValue) => familyName(comparable(one));
      const others = check.as.map((key) => answerOf(answers, key)).filter(isFilled);
      return others.length === 0 || others.some((other) => read(other) === read(value));
    }
    case 'differs': {
      const other = answerOf(answers, check.from);
      return !isFilled(other) || comparable(other) !== comparable(value);
    }
  }
}

/** Fields that a rule reads, without `today`. */
export function fieldsOfRule({ check, when, field }: Rule): string[] {
  const keys = [field, ...fieldsOf(when)];
  if (check.kind === 'condition') return [...keys, ...fieldsOf(check.condition)];
  keys.push(check.field);
  if (check.kind === 'within-days') keys.push(check.of);
  if (check.kind === 'not-after') keys.push(check.other);
  if (check.kind === 'age-at-least' || check.kind === 'age-at-most') keys.push(check.at);
  if (check.kind === 'same' || check.kind === 'family-name-of') keys.push(...check.as);
  if (check.kind === 'differs') keys.push(check.from);
  return [...new Set(keys)].filter((key) => key !== 'today');
}

/** Rules in force on the day that do not hold; `answers` are those of visible fields only. */
export const brokenRules = (rules: readonly Rule[], answers: Answers, today: string): Rule[] =>
  rules.filter(
    (rule) =>
      (!rule.effective_from || rule.effective_from <= today) &&
      (!rule.effective_to || today <= rule.effective_to) &&
      holds(rule.when, answers) &&
      !passes(rule.check, answers, today),
  );
