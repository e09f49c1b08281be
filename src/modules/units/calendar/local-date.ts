declare const localDateBrand: unique symbol;

/** A day of the Gregorian calendar in Viet Nam, `YYYY-MM-DD`. Two of them compare as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** 0 = Sunday … 6 = Saturday, as in `Date#getUTCDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** Viet Nam has been at +07:00 without summer time since 13 June 1975; earlier instants are outside our records. */
const OFFSET_MS = 7 * 60 * MS_PER_MINUTE;

const WEEKDAY_NAMES = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const utcMs = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const ofUtcMs = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** The day, or undefined when the text has another shape or names a day that does not exist (30/02). */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day of year 1–9999, month 1–12, day 1–31; undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return undefined;
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : (text as LocalDate);
}

/** For dates written in code and tests. Throws a RangeError when it is no day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new RangeError(`Not a date: ${text}`);
  return date;
}

/** Later (or earlier, when negative) by whole days. Throws a RangeError when `days` is no integer or leaves year 1–9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  const ms = utcMs(date) + days * MS_PER_DAY;
  if (ms < -62_135_596_800_000 || ms > 253_402_214_400_000) throw new RangeError(`Outside the calendar: ${days} days`);
  return ofUtcMs(ms);
}

/**
 * The corresponding day of a later month; the month's last day when it has none (31/1 + 1 month = 28/2).
 * Source: Bộ luật Dân sự 2015, Điều 148 khoản 3.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  for (let day = Number(date.slice(8)); day >= 28; day--) {
    const found = dateOf(year, month, day);
    if (found) return found;
  }
  return localDate(`${pad(year, 4)}-${pad(month, 2)}-${date.slice(8)}`);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utcMs(to) - utcMs(from)) / MS_PER_DAY;

export const compareDates = (a: LocalDate, b: LocalDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);
export const weekdayOf = (date: LocalDate): Weekday => new Date(utcMs(date)).getUTCDay() as Weekday;
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** Day and time of day in Viet Nam. `minutes` since midnight, with a fraction when the instant has seconds. */
export function toLocal(instant: Date): { date: LocalDate; minutes: number } {
  const ms = instant.getTime() + OFFSET_MS;
  if (Number.isNaN(ms)) throw new RangeError('Not an instant');
  const dayStart = Math.floor(ms / MS_PER_DAY) * MS_PER_DAY;
  return { date: ofUtcMs(dayStart), minutes: (ms - dayStart) / MS_PER_MINUTE };
}

/** The instant of a time of day in Viet Nam. `minutes` since midnight; beyond 1440 it runs into the next days. */
export const toInstant = (date: LocalDate, minutes: number): Date =>
  new Date(utcMs(date) - OFFSET_MS + Math.round(minutes * MS_PER_MINUTE));

/** ISO 8601 with Viet Nam's offset: `2026-04-28T17:00:00+07:00`; milliseconds only when there are any. */
export function isoLocal(instant: Date): string {
  const text = new Date(instant.getTime() + OFFSET_MS).toISOString();
  return `${text.slice(0, 19)}${text.endsWith('.000Z') ? '' : text.slice(19, 23)}+07:00`;
}

/** `28/04/2026` */
export const showDate = (date: LocalDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** `thứ Ba 28/04/2026` */
export const showDay = (date: LocalDate): string => `${WEEKDAY_NAMES[weekdayOf(date)]} ${showDate(date)}`;

/** `07:30` from minutes since midnight; seconds are cut. */
export const showTime = (minutes: number): string =>
  `${pad(Math.floor(minutes / 60), 2)}:${pad(Math.floor(minutes % 60), 2)}`;
