import type { AnswerValue, FormContext, PlaceAnswer, Sex } from './answers-model.ts';
import { isPhone } from './clean-rules.ts';
import { isFilled } from './condition-rules.ts';
import { isDate, isYear } from './date-rules.ts';
import type { Field, FieldOf } from './field-model.ts';
import { fieldText } from './field-text.ts';
import { textIn } from './text-rules.ts';

export interface Finding {
  readonly error?: string;
  readonly warning?: string;
}

/** What is known of the person whose number is checked. */
export interface PersonFacts {
  readonly sex?: Sex | undefined;
  readonly dateOfBirth?: string | undefined;
}

const NONE: Finding = {};
const error = (sentence: string): Finding => ({ error: sentence });
const warning = (sentence: string): Finding => ({ warning: sentence });

export const isRequired = (field: Field): boolean => field.required !== false;

/** The sentence for an empty required field. */
function missing(field: Field, { lang }: FormContext): Finding {
  if (field.missing) return error(textIn(field.missing, lang));
  const words = fieldText(lang);
  const label = textIn(field.label, lang);
  switch (field.type) {
    case 'sex':
    case 'choice':
    case 'ethnicity':
    case 'nationality':
      return error(words.choose(label));
    case 'date':
    case 'date-or-year':
      return error(words.fillDate(label));
    case 'place':
      return error(words.fillPlace(label));
    case 'statement':
      return error(words.tick);
    case 'file':
      return error(words.addFile(label));
    default:
      return error(words.fill(label));
  }
}

function checkDate(value: string, yearAlone: boolean, { lang }: FormContext): Finding {
  const words = fieldText(lang);
  if (isDate(value) || (yearAlone && isYear(value)))
    return Number(value.slice(0, 4)) < 1900 ? error(words.dateYear) : NONE;
  const [day = '', month = '', year = ''] = value.includes('/') ? value.split('/') : ['', '', value];
  if (!day && !month) return error(yearAlone ? words.dateYear : words.dateParts);
  if (!day || !month || !year) return error(yearAlone ? words.dateOrYear : words.dateParts);
  if (!isYear(year) || Number(year) < 1900) return error(words.dateYear);
  return error(/^0?[1-9]$|^1[0-2]$/.test(month) ? words.dateDay : words.dateMonth);
}

function checkText(field: Field, text: string, most: number, { lang }: FormContext): Finding {
  return [...text].length > most ? error(fieldText(lang).tooLong(textIn(field.label, lang), most)) : NONE;
}

function checkName(field: Field, name: string, context: FormContext): Finding {
  const words = fieldText(context.lang);
  if (!/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(name)) return error(words.nameLetters);
  const long = checkText(field, name, 100, context);
  return long.error || name.includes(' ') ? long : warning(words.nameOneWord);
}

function checkNumber(field: FieldOf<'number'>, value: string, { lang }: FormContext): Finding {
  const words = fieldText(lang);
  if (!/^-?\d{1,9}$/.test(value)) return error(words.numberDigits);
  if (field.minimum !== undefined && Number(value) < field.minimum) return error(words.numberLeast(field.minimum));
  if (field.maximum !== undefined && Number(value) > field.maximum) return error(words.numberMost(field.maximum));
  return NONE;
}

function citizenNoShape(value: string, words: ReturnType<typeof fieldText>): string | undefined {
  if (/^\d{9}$/.test(value)) return words.citizenOld;
  return /^\d{12}$/.test(value) ? undefined : words.citizenDigits([...value].length);
}

/**
 * A number that is wrong in itself is an error. One that does not fit birth date or sex is a warning: both may have
 * been corrected by law without a new number, and only an officer can tell (facts of TT 59/2021/TT-BCA).
 */
function checkCitizenNo(value: string, facts: PersonFacts, { lang, checkCitizenNo: check }: FormContext): Finding {
  const words = fieldText(lang);
  const own = citizenNoShape(value, words);
  if (!check) return own ? error(own) : NONE;
  const alone = check(value, {});
  const said = (message: string | undefined, otherwise: string) => (lang === 'vi' && message ? message : otherwise);
  if (alone.result === 'error') return error(said(alone.findings[0]?.message, own ?? words.citizenWrong));
  if (own) return error(own);
  const whole = check(value, facts);
  return whole.result === 'ok' ? NONE : warning(said(whole.findings[0]?.message, words.citizenDoubt));
}

function checkPlace(field: FieldOf<'place'>, place: PlaceAnswer, context: FormContext): Finding {
  const words = fieldText(context.lang);
  const label = textIn(field.detailLabel ?? field.label, context.lang);
  if (field.detail === 'required' && !place.detail) return error(words.placeDetail(label));
  if (!place.commune) return error(words.placeCommune);
  if (!place.province) return error(words.placeProvince);
  return checkText(field, Object.values(place).join(' '), 400, context);
}

function checkShape(field: Field, value: string, facts: PersonFacts, context: FormContext): Finding {
  const words = fieldText(context.lang);
  switch (field.type) {
    case 'text':
      return checkText(field, value, field.maxLength ?? (field.lines ? 2000 : 200), context);
    case 'person-name':
      return checkName(field, value, context);
    case 'date':
      return checkDate(value, false, context);
    case 'date-or-year':
      return checkDate(value, true, context);
    case 'ethnicity':
    case 'nationality':
      return checkText(field, value, 60, context);
    case 'citizen-no':
      return checkCitizenNo(value, facts, context);
    case 'phone':
      return isPhone(value) ? NONE : error(words.phone);
    case 'email':
      return /^[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}$/.test(value) && value.length <= 254 ? NONE : error(words.email);
    case 'number':
      return checkNumber(field, value, context);
    case 'sex':
      return value === 'nam' || value === 'nu' ? NONE : missing(field, context);
    case 'choice':
      return field.options.some((option) => option.value === value) ? NONE : missing(field, context);
    case 'statement':
      return value === 'yes' ? NONE : missing(field, context);
    default:
      return NONE;
  }
}

/** Judges one visible field: an error stops the submission, a warning only asks to look again. */
export function checkField(field: Field, value: AnswerValue, facts: PersonFacts, context: FormContext): Finding {
  if (field.type === 'file') {
    return isRequired(field) && !context.attached?.[field.paper] ? missing(field, context) : NONE;
  }
  if (!isFilled(value)) return isRequired(field) ? missing(field, context) : NONE;
  if (field.type === 'place')
    return typeof value === 'string' ? missing(field, context) : checkPlace(field, value, context);
  return typeof value === 'string' ? checkShape(field, value, facts, context) : missing(field, context);
}
