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
  | (Decided & { readonly kind: 'swap'; readonly off: string; readonly work: string })
  /** Where a decision names another make-up day than the next working day that the law's rule gives. */
  | (Decided & { readonly kind: 'make-up'; readonly for: string; readonly date: string });

/**
 * What a day is, apart from the weekly rhythm:
 * - `holiday`, `make-up` (nghỉ bù), `swapped-off` (a weekday given in a swap) and `unit-closing` are days off;
 * - `swapped-working-saturday` is a day off of the week that is worked in a swap.
 * Extra reception (Ngày thứ bảy thân thiện) is none of them: it receives people and changes no due date.
 */
export type CalendarDayKind = 'holiday' | 'make-up' | 'swapped-off' | 'swapped-working-saturday' | 'unit-closing';

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

/** Opening hours from a day on, until the next entry. */
export interface DatedHours extends OpeningHours {
  readonly effective_from: string;
}

/** A day of one unit: extra reception, which never counts, or a closing of its own. */
export interface UnitDay {
  readonly day: string;
  readonly kind: 'extra-reception' | 'unit-closing';
  readonly name: string;
  readonly blocks: readonly (readonly [string, string])[];
  readonly source_ref: string;
}

export interface Reception {
  readonly name: string;
  readonly blocks: readonly OpeningBlock[];
  readonly source_ref: string;
}

/** Weekly days off and opening hours that hold from a day on. */
export interface HoursPeriod {
  readonly from: LocalDate;
  readonly weekend: readonly Weekday[];
  /** By weekday; every day outside the weekend has at least one block, in order, without overlap. */
  readonly blocks: Readonly<Record<number, readonly OpeningBlock[]>>;
}

/** Everything a due date needs to know about days and hours, as plain data. */
export interface WorkCalendar {
  /** In order of their first day, never empty; the first also holds before its own day. */
  readonly hours: readonly [HoursPeriod, ...HoursPeriod[]];
  readonly days: Readonly<Record<string, CalendarDay>>;
  /** Extra reception by day: told to people, never counted. */
  readonly receptions: Readonly<Record<string, Reception>>;
  /** First and last day for which the holidays are known. */
  readonly first: LocalDate;
  readonly last: LocalDate;
}
