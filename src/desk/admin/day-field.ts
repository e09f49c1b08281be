import { dateOf, type LocalDate } from '../../modules/units/index.ts';
import type { DateValue } from '../../ui/components/field/field-model.ts';
import { Line } from '../form-fields.ts';

/** The three boxes of a date called `day` in a posted form. */
export const dayBoxes = { 'day-day': Line(4), 'day-month': Line(4), 'day-year': Line(6) };

type DayBoxes = { readonly [box in keyof typeof dayBoxes]?: string | undefined };

/** As typed, for the page that is shown again. */
export const dayTyped = (form: DayBoxes): Required<DateValue> => ({
  day: form['day-day'] ?? '',
  month: form['day-month'] ?? '',
  year: form['day-year'] ?? '',
});

/** The day that was typed; undefined when there is none or no such day. */
export function dayOf(form: DayBoxes): LocalDate | undefined {
  const { day, month, year } = dayTyped(form);
  const whole = [day, month, year].map((text) => (text ?? '').trim());
  if (!whole.every((text) => /^\d{1,4}$/.test(text))) return undefined;
  return dateOf(Number(whole[2]), Number(whole[1]), Number(whole[0]));
}

/** A date in its three boxes. */
export const dayBoxesOf = (date: string): Required<DateValue> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
};
