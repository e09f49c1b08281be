import { readFileSync } from 'node:fs';
import type { Db } from '../../platform/db/index.ts';
import { transact } from '../../platform/db/index.ts';
import { fromRoot } from '../../platform/paths.ts';
import { decisionRow } from './calendar/decision-topics.ts';
import type { DatedHours, HolidayRule, Sure, YearlyDecision } from './calendar/model.ts';
import { seedDecisions, upsertDefaultHours, upsertHolidayRules } from './store-calendar-seed.ts';

interface CalendarSeed {
  readonly rules: readonly HolidayRule[];
  readonly decisions: readonly YearlyDecision[];
  readonly hours: DatedHours & {
    readonly source_ref: string;
    readonly sure: Sure;
    readonly verified_at: string | null;
  };
}

/** The calendar that ships with the program, from `db/seed/calendar`. */
export function readCalendarSeed(): CalendarSeed {
  const read = (name: string) => JSON.parse(readFileSync(fromRoot('db', 'seed', 'calendar', `${name}.json`), 'utf8'));
  return {
    rules: read('holidays').rules,
    decisions: read('yearly-decisions').decisions,
    hours: read('opening-hours').default,
  };
}

/**
 * Loads the shipped calendar where it is missing or was changed; what somebody entered or withdrew is never overwritten.
 * @returns how many rows were new or changed
 */
export async function loadCalendar(db: Db, now: Date): Promise<number> {
  const { rules, decisions, hours } = readCalendarSeed();
  return transact(db, async (tx) => {
    const changed = [
      await upsertHolidayRules(tx, rules),
      await upsertDefaultHours(tx, hours),
      await seedDecisions(tx, decisions.map(decisionRow), now),
    ];
    return changed.reduce((sum, count) => sum + count, 0);
  });
}
