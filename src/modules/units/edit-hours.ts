import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { localDate, showDate, toLocal } from './calendar/local-date.ts';
import type { DatedHours, UnitDay } from './calendar/model.ts';
import { refuse } from './problems.ts';
import { insertHours, insertUnitDay, type Recorder, withdrawHours, withdrawUnitDay } from './store-calendar-edit.ts';
import { forgetCalendars } from './work-calendar-of.ts';

export interface UnitEdit {
  readonly unitId: string;
  readonly by: Recorder;
  readonly now: Date;
}

/** One entry of the unit's calendar with its audit; the next page counts with it. */
async function record(
  db: Db,
  { unitId, by, now }: UnitEdit,
  what: { readonly act: string; readonly day: string; readonly detail?: unknown },
  write: (tx: Tx) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  const refused = await transact<Refusal | null>(db, async (tx) => {
    const failed = await write(tx);
    if (failed) return failed;
    const { act, day, detail } = what;
    await audit(tx, { unitId, act, actor: `staff:${by.staffId}`, subject: `unit-calendar:${day}`, detail, at: now });
    return null;
  });
  if (!isRefusal(refused)) forgetCalendars(db);
  return refused;
}

/** Opening hours from a day on (checked by `readHours`); the same day again is a correction, the earlier stays on record. */
export const setOpeningHours = (
  db: Db,
  edit: UnitEdit,
  hours: DatedHours,
  sourceRef: string,
): Promise<Refusal | null> =>
  record(db, edit, { act: 'unit.hours-set', day: hours.effective_from, detail: hours }, async (tx) => {
    await insertHours(tx, edit.unitId, { ...hours, withdrawn: false, sourceRef }, edit.by, edit.now);
    return null;
  });

/** Takes back hours that have not begun. Refusal: `calendar-day-gone`. */
export const cancelOpeningHours = (db: Db, edit: UnitEdit, from: string): Promise<Refusal | null> =>
  record(db, edit, { act: 'unit.hours-withdrawn', day: from }, async (tx) =>
    from > toLocal(edit.now).date && (await withdrawHours(tx, edit.unitId, from, edit.by, edit.now))
      ? null
      : refuse('calendar-day-gone', { date: showDate(localDate(from)) }),
  );

/** An extra reception or a closing of the unit's own (checked by `readUnitDay`). */
export const setUnitDay = (db: Db, edit: UnitEdit, day: UnitDay): Promise<Refusal | null> =>
  record(db, edit, { act: `unit.${day.kind}-set`, day: day.day, detail: day }, async (tx) => {
    await insertUnitDay(tx, edit.unitId, day, edit.by, edit.now);
    return null;
  });

/** Takes back a day that is not over. Refusal: `calendar-day-gone`. */
export const cancelUnitDay = (db: Db, edit: UnitEdit, day: string): Promise<Refusal | null> =>
  record(db, edit, { act: 'unit.day-withdrawn', day }, async (tx) =>
    day >= toLocal(edit.now).date && (await withdrawUnitDay(tx, edit.unitId, day, edit.by, edit.now))
      ? null
      : refuse('calendar-day-gone', { date: showDate(localDate(day)) }),
  );
