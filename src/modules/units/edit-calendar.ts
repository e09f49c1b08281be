import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import type { FormFault } from './calendar/form-rules.ts';
import { toLocal } from './calendar/local-date.ts';
import {
  type DayChange,
  type DecisionChange,
  dayChanges,
  decisionChanges,
  decisionsAfter,
} from './calendar/year-change.ts';
import { readYear, type YearForm } from './calendar/year-form.ts';
import { refuse } from './problems.ts';
import { calendarRows } from './store-calendar.ts';
import { type Recorder, recordDecisions } from './store-calendar-edit.ts';
import { calendarFrom, forgetCalendars } from './work-calendar-of.ts';

export interface YearEdit {
  readonly unitId: string;
  readonly year: number;
  readonly form: YearForm;
  readonly now: Date;
}

export interface YearPlan {
  /** Field by field; nothing can be recorded while there is one. */
  readonly faults: readonly FormFault[];
  readonly changes: readonly DecisionChange[];
  /** Days that are otherwise afterwards, for this unit's hours. */
  readonly days: readonly DayChange[];
}

/** What a year's form would change; writes nothing. One statement. */
export async function planYear(db: Db, { unitId, year, form, now }: YearEdit): Promise<YearPlan> {
  const rows = await calendarRows(db, unitId);
  const { decided, faults } = readYear(year, form, rows);
  if (faults.length > 0) return { faults, changes: [], days: [] };
  const { source, all } = form;
  const changes = decisionChanges(rows.decisions, year, decided, { source, all, today: toLocal(now).date });
  const after = { ...rows, decisions: decisionsAfter(rows.decisions, changes) };
  // A day worked for one of December lies in January.
  const span = [`${year - 1}-12-01`, `${year + 1}-01-31`] as const;
  return { faults, changes, days: dayChanges(calendarFrom(rows), calendarFrom(after), ...span) };
}

/**
 * Records a year's decision; the corrected one stays on record. Dossiers keep the dates that they were given.
 * Refusals: `calendar-faults`, `calendar-unchanged`, `calendar-changed-elsewhere` (also for a unit that the
 * installation is not set up for: the country's calendar is kept once).
 */
export async function decideYear(
  db: Db,
  edit: YearEdit & { readonly seen: number; readonly by: Recorder },
): Promise<DecisionChange[] | Refusal> {
  const { unitId, year, seen, by, now } = edit;
  const recorded = await transact<DecisionChange[] | Refusal>(db, async (tx) => {
    const { faults, changes } = await planYear(tx, edit);
    if (faults.length > 0) return refuse('calendar-faults');
    if (changes.length === 0) return refuse('calendar-unchanged');
    if (!(await recordDecisions(tx, { unitId, year, seen, changes, by, now })))
      return refuse('calendar-changed-elsewhere');
    await audit(tx, {
      unitId,
      act: 'calendar.decided',
      actor: `staff:${by.staffId}`,
      subject: `calendar:${year}`,
      detail: changes,
      at: now,
    });
    return [...changes];
  });
  if (!isRefusal(recorded)) forgetCalendars(db);
  return recorded;
}
