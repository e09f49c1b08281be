import { dateOf, type LocalDate, parseLocalDate, showDate } from './local-date.ts';

/** What is wrong with one field of a form, in a sentence for the one who typed it. */
export interface FormFault {
  readonly name: string;
  readonly message: string;
}

/** A day as people write it: 6/2/2027, 06-02-2027 or 2027-02-06; null when it is no day. */
export function readDay(text: string): LocalDate | null {
  const trimmed = text.trim();
  const match = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(trimmed);
  const day = match ? dateOf(Number(match[3]), Number(match[2]), Number(match[1])) : parseLocalDate(trimmed);
  return day ?? null;
}

/** For the value of a field. */
export const dayValue = (date: string): string => {
  const day = parseLocalDate(date);
  return day ? showDate(day) : date;
};

export const NO_DAY = 'Hãy ghi một ngày có thật, như 06/02/2027.';

/** A document can be found again by its number or its day. */
export const sourceFault = (source: string): string | null =>
  source.trim().length >= 8 && /\d/.test(source)
    ? null
    : 'Hãy ghi số và ngày của văn bản, như “Văn bản 8726/VPCP-KGVX ngày 26/11/2024”.';
