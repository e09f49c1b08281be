import type { AnswerValue, PlaceAnswer, Posted } from './answers-model.ts';
import { cleanText, nationalPhone, tidyName } from './clean-rules.ts';
import { isRealDay, isYear, partsOf, toIso } from './date-rules.ts';
import type { Field } from './field-model.ts';
import { listOf, OTHER } from './list-rules.ts';

/** One posted value; of a name that was sent several times the first text counts. */
function postedText(posted: Posted, key: string, lines = false): string {
  const value = Object.hasOwn(posted, key) ? posted[key] : undefined;
  return cleanText(Array.isArray(value) ? value.find((one) => typeof one === 'string') : value, lines);
}

/** Digits as typed on any keyboard: full-width digits become ordinary ones, separators go. */
const digits = (text: string): string => text.normalize('NFKC').replace(/[\s.,-]/g, '');

/** The three boxes of a date → `2026-03-15`, a year alone → `2026`, anything else → the typed `31/2/2026`. */
function parseDate(posted: Posted, key: string, yearAlone: boolean): string {
  const boxes = ['day', 'month', 'year'].map((part) =>
    digits(postedText(posted, `${key}-${part}`)).replaceAll('/', ''),
  );
  const [day = '', month = '', year = ''] = boxes.map((box) => box.slice(0, 20));
  if (!day && !month && !year) return '';
  if (yearAlone && !day && !month && isYear(year)) return year;
  const numeric = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && isYear(year);
  if (numeric && isRealDay(Number(year), Number(month), Number(day))) {
    return toIso(Number(year), Number(month), Number(day));
  }
  return `${day}/${month}/${year}`;
}

/** What stands in the three boxes of a date, right or wrong. */
export function dateBoxes(value: AnswerValue | undefined): { day: string; month: string; year: string } {
  const text = typeof value === 'string' ? value : '';
  if (partsOf(text)) return { day: text.slice(8), month: text.slice(5, 7), year: text.slice(0, 4) };
  if (!text.includes('/')) return { day: '', month: '', year: text };
  const [day = '', month = '', year = ''] = text.split('/');
  return { day, month, year };
}

/** A name of the list, or the one written beside "khác". */
function parseListed(posted: Posted, key: string, type: 'ethnicity' | 'nationality'): string {
  const chosen = postedText(posted, key);
  if (listOf(type).includes(chosen)) return chosen;
  return chosen === OTHER ? postedText(posted, `${key}-other`) : '';
}

function parsePlace(posted: Posted, key: string): PlaceAnswer | '' {
  const place = {
    detail: postedText(posted, key),
    commune: postedText(posted, `${key}-commune`),
    province: postedText(posted, `${key}-province`),
  };
  return place.detail || place.commune || place.province ? place : '';
}

/**
 * Reads a field out of a posted body. Never throws and never loses what was typed: what is wrong stays as text for
 * `checkField` to explain. The empty text means "nothing answered". Files are not answers: theirs is always empty.
 */
export function parseField(field: Field, posted: Posted): AnswerValue {
  const { key } = field;
  switch (field.type) {
    case 'text':
      return postedText(posted, key, field.lines !== undefined);
    case 'person-name':
      return tidyName(postedText(posted, key));
    case 'date':
      return parseDate(posted, key, false);
    case 'date-or-year':
      return parseDate(posted, key, true);
    case 'sex':
      return ['nam', 'nu'].includes(postedText(posted, key)) ? postedText(posted, key) : '';
    case 'choice': {
      const chosen = postedText(posted, key);
      return field.options.some(({ value }) => value === chosen) ? chosen : '';
    }
    case 'ethnicity':
    case 'nationality':
      return parseListed(posted, key, field.type);
    case 'citizen-no':
      return digits(postedText(posted, key));
    case 'phone':
      return nationalPhone(postedText(posted, key).normalize('NFKC'));
    case 'email':
      return postedText(posted, key).replace(/\s/g, '');
    case 'place':
      return parsePlace(posted, key);
    case 'number': {
      const text = postedText(posted, key).normalize('NFKC').replace(/\s/g, '');
      return /^-?\d{1,9}$/.test(text) ? String(Number(text)) : text;
    }
    case 'statement':
      return postedText(posted, key) ? 'yes' : '';
    case 'file':
      return '';
  }
}
