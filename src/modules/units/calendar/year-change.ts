import { type DecisionRow, decisionRow } from './decision-topics.ts';
import { addDays, type LocalDate, localDate } from './local-date.ts';
import type { CalendarDay, WorkCalendar, YearlyDecision } from './model.ts';
import { isWorkingDay } from './work-calendar.ts';
import { type Decided, yearOfDecision } from './year-form.ts';

/** A revision to be recorded. */
export interface DecisionChange extends DecisionRow {
  readonly withdrawn: boolean;
}

/**
 * What a year's form changes against what holds now: topics with other days, new ones, and withdrawn ones; with `all`
 * the document also becomes the source of what stays. Somebody has the document in hand, so the days are seen ("V").
 */
export function decisionChanges(
  now: readonly YearlyDecision[],
  year: number,
  decided: readonly Decided[],
  { source, all, today }: { readonly source: string; readonly all: boolean; readonly today: string },
): DecisionChange[] {
  const about = { source_ref: source.normalize('NFC').trim(), sure: 'V' as const, verified_at: today };
  const held = new Map(
    now.filter((one) => yearOfDecision(one) === year).map((one) => [decisionRow(one).topic, decisionRow(one)]),
  );
  const changes: DecisionChange[] = [];
  for (const one of decided) {
    const row = decisionRow({ ...one, ...about });
    const before = held.get(row.topic);
    held.delete(row.topic);
    const same = before && JSON.stringify(before.content) === JSON.stringify(row.content);
    if (!same || (all && before.source_ref !== row.source_ref)) changes.push({ ...row, withdrawn: false });
  }
  for (const gone of held.values()) changes.push({ ...gone, ...about, withdrawn: true });
  return changes;
}

/** The decisions that hold once the changes are recorded. */
export function decisionsAfter(now: readonly YearlyDecision[], changes: readonly DecisionChange[]): YearlyDecision[] {
  const changed = new Set(changes.map(({ topic }) => topic));
  const kept = now.filter((one) => !changed.has(decisionRow(one).topic));
  const added = changes.filter(({ withdrawn }) => !withdrawn);
  return [
    ...kept,
    ...added.map(
      ({ kind, content, source_ref, sure, verified_at }) =>
        ({ kind, ...content, source_ref, sure, verified_at }) as unknown as YearlyDecision,
    ),
  ];
}

/** A day that is otherwise after a change. */
export interface DayChange {
  readonly date: LocalDate;
  readonly before: CalendarDay | null;
  readonly after: CalendarDay | null;
  /** Counted for due dates before, and after. */
  readonly worked: boolean;
  readonly works: boolean;
}

/** Every day from `from` to `to` that is otherwise in the later calendar. */
export function dayChanges(before: WorkCalendar, after: WorkCalendar, from: string, to: string): DayChange[] {
  const changes: DayChange[] = [];
  for (let date = localDate(from); date <= to; date = addDays(date, 1)) {
    const [was, is] = [before.days[date] ?? null, after.days[date] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const [worked, works] = [isWorkingDay(before, date), isWorkingDay(after, date)];
    changes.push({ date, before: was, after: is, worked, works });
  }
  return changes;
}
