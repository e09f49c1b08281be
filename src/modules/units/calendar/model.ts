import type { LocalDate, Weekday } from './local-date.ts';

/** V = seen in a public source, M = known, m = to be checked before anyone relies on it. */
export type Sure = 'V' | 'M' | 'm';

/** Where a rule of law comes from and while it holds; `effective_to` is the first day on which it no longer does. */
export interface DatedRule {
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly source_ref: string;
  readonly sure: Sure;
  readonly verified_at: string | null;
  readonly note?: string;
}

type Named = DatedRule & { readonly id: string; readonly name: string };

/** One entry of `db/seed/calendar/holidays.json`. */
export type HolidayRule =
  | (Named & { readonly kind: 'solar' | 'lunar'; readonly month: number; readonly day: number })
  | (Named & { readonly kind: 'tet-block'; readonly daysBefore: number; readonly daysFrom: number })
  | (Named & {
      readonly kind: 'solar-and-adjacent';
      readonly month: number;
      readonly day: number;
      /** Seven entries, by the weekday of the day itself, Sunday first. */
      readonly adjacentByWeekday: readonly ('before' | 'after')[];
    })
  | (Named & { readonly kind: 'make-up' });

type Decided = Omit<DatedRule, 'effective_from' | 'effective_to'>;

/** One entry of `db/seed/calendar/yearly-decisions.json`. */
export type YearlyDecision =
  | (Decided & { readonly kind: 'tet-block'; readonly year: number; readonly from: string; readonly to: string })
  | (Decided & { readonly kind: 'adjacent-day'; readonly rule: string; readonly date: string })
  | (Decided & { readonly kind: 'swap'; readonly off: string; readonly work: string });

/**
 * What a day is, apart from the weekly rhythm:
 * - `holiday`, `make-up` (nghỉ bù) and `swapped-off` (a weekday given in a swap) are days off;
 * - `swapped-working-saturday` is a day off of the week that is worked in a swap;
 * - `extra-reception` (Ngày thứ bảy thân thiện) receives people but is no working day for due dates.
 */
export type CalendarDayKind = 'holiday' | 'make-up' | 'swapped-off' | 'swapped-working-saturday' | 'extra-reception';

export interface CalendarDay {
  readonly kind: CalendarDayKind;
  readonly name: string;
  /** No yearly decision is entered yet: "tạm tính". */
  readonly tentative: boolean;
  readonly sure: Sure;
  readonly source_ref: string;
  /** Weekday whose opening hours a swapped Saturday keeps. */
  readonly worksAs?: Weekday;
}

/** A span of opening in minutes since midnight, `[from, to)`. */
export type OpeningBlock = readonly [number, number];

/** Opening hours as stored: `{"1": [["07:30", "11:30"], …]}` by weekday, and the weekly days off. */
export interface OpeningHours {
  readonly weekend: readonly number[];
  readonly blocks: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

/** Everything a due date needs to know about days and hours, as plain data. */
export interface WorkCalendar {
  readonly weekend: readonly Weekday[];
  readonly days: Readonly<Record<string, CalendarDay>>;
  /** By weekday; every day outside the weekend has at least one block, in order, without overlap. */
  readonly blocks: Readonly<Record<number, readonly OpeningBlock[]>>;
  /** First and last day for which the holidays are known. */
  readonly first: LocalDate;
  readonly last: LocalDate;
}
