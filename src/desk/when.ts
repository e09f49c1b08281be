import { showDate, showTime, toLocal } from '../modules/units/index.ts';

/** `09:30, 24/11/2026` in Viet Nam. */
export function showWhen(instant: Date | string): string {
  const { date, minutes } = toLocal(new Date(instant));
  return `${showTime(minutes)}, ${showDate(date)}`;
}
