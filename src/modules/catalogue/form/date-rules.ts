const DAY_MS = 86_400_000;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2026-03-15` → its parts; undefined for another shape or a day that the calendar does not have. */
export function partsOf(iso: string): DateParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? { year, month, day } : undefined;
}

export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export const toIso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const isDate = (value: string): boolean => partsOf(value) !== undefined;
export const isYear = (value: string): boolean => /^[12]\d{3}$/.test(value);

/** First and last possible day of a date (`2026-03-15`) or a year (`2026`). */
export function span(value: string): { first: string; last: string } | undefined {
  if (isDate(value)) return { first: value, last: value };
  return isYear(value) ? { first: `${value}-01-01`, last: `${value}-12-31` } : undefined;
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Years completed at `at` by someone born on `born` (29 February counts from 1 March in common years). */
export function yearsBetween(born: string, at: string): number {
  const years = Number(at.slice(0, 4)) - Number(born.slice(0, 4));
  return at.slice(5) < born.slice(5) ? years - 1 : years;
}
