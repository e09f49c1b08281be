import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import {
  decideSubstitution,
  isFault,
  type LeaveDays,
  type LeaveFault,
  readDays,
  type UnitStaff,
} from './leave-rules.ts';
import type { StaffSession } from './model.ts';
import { staffActorOf } from './policy.ts';
import { refuse } from './problems.ts';
import {
  insertLeave,
  insertSubstitution,
  type LeaveBook,
  leaveBook,
  lockLeave,
  markLeaveCancelled,
  markSubstitutionsEnded,
} from './store-leave.ts';

interface By {
  readonly db: Db;
  readonly session: StaffSession;
  readonly now: Date;
}

export interface LeaveForm {
  /** Who is away. */
  readonly staffId: string;
  /** YYYY-MM-DD, first and last day away. */
  readonly from: string;
  readonly to: string;
  /** Empty: nobody stands in. */
  readonly substituteId: string;
  readonly roles: readonly string[];
}

/** What is wrong with a form, field by field. */
export interface LeaveFaults {
  readonly faults: readonly LeaveFault[];
}

/** Enters an absence, with somebody who stands in or nobody. @returns its id, or the faults of the form */
export async function enterLeave(
  { db, session, now }: By,
  ids: { readonly leaveId: string; readonly substitutionId: string },
  form: LeaveForm,
): Promise<{ leaveId: string } | LeaveFaults> {
  const { unitId, staffId: enteredBy } = session;
  const today = toLocal(now).date;
  return transact(db, async (tx) => {
    const book = await leaveBook(tx, unitId, today);
    const days = readDays(form, today);
    const absent = personOf(book, form.staffId);
    const faults: LeaveFault[] = absent ? [] : [['who', refuse('leave-who')]];
    if (!('validFrom' in days)) return { faults: [...faults, ...days] };
    if (book.leaves.some((leave) => leave.staffId === form.staffId && overlap(leave, days)))
      faults.push(['from', refuse('leave-overlaps')]);
    const lent = absent && form.substituteId !== '' ? lentBy(session, book, absent, form) : null;
    if (lent && isFault(lent)) faults.push(lent);
    if (!absent || faults.length > 0) return { faults };
    const { leaveId } = ids;
    await insertLeave(tx, { unitId, leaveId, staffId: absent.staffId, ...days, enteredBy, now });
    if (lent && !isFault(lent)) {
      await insertSubstitution(tx, {
        ...{ unitId, leaveId, enteredBy, now, roles: lent },
        substitutionId: ids.substitutionId,
        absentStaffId: absent.staffId,
        substituteStaffId: form.substituteId,
        ...fromToday(days, today),
      });
    }
    const note = noteOf(tx, session, now);
    await note('staff.leave-entered', `leave:${leaveId}`, { staffId: absent.staffId, ...days });
    if (lent) {
      const detail = { leaveId, substituteId: form.substituteId, roles: lent };
      await note('staff.substitution-entered', `substitution:${ids.substitutionId}`, detail);
    }
    return { leaveId };
  });
}

/** One more person who stands in during an absence. Refusals: `leave-not-found`, `leave-over`. */
export async function addSubstitute(
  { db, session, now }: By,
  ids: { readonly leaveId: string; readonly substitutionId: string },
  form: Pick<LeaveForm, 'substituteId' | 'roles'>,
): Promise<LeaveFaults | Refusal | undefined> {
  const { unitId, staffId: enteredBy } = session;
  const today = toLocal(now).date;
  return transact<LeaveFaults | Refusal | undefined>(db, async (tx) => {
    const leave = await openLeave(tx, unitId, ids.leaveId, today);
    if (isRefusal(leave)) return leave;
    const book = await leaveBook(tx, unitId, today);
    const absent = personOf(book, leave.staffId);
    if (!absent) return refuse('leave-over');
    const lent = lentBy(session, book, absent, form);
    if (isFault(lent)) return { faults: [lent] };
    await insertSubstitution(tx, {
      ...{ unitId, enteredBy, now, roles: lent, ...ids },
      absentStaffId: absent.staffId,
      substituteStaffId: form.substituteId,
      ...fromToday(leave, today),
    });
    const detail = { leaveId: ids.leaveId, substituteId: form.substituteId, roles: lent };
    await noteOf(tx, session, now)('staff.substitution-entered', `substitution:${ids.substitutionId}`, detail);
    return undefined;
  });
}

/** Takes an absence back, and with it everybody who stands in. Refusals: `leave-not-found`, `leave-over`. */
export const cancelLeave = ({ db, session, now }: By, leaveId: string): Promise<Refusal | undefined> =>
  endIn({ db, session, now }, leaveId, null);

/** Ends one substitution at once. Refusals: `leave-not-found`, `leave-over`. */
export const endSubstitution = (by: By, leaveId: string, substitutionId: string): Promise<Refusal | undefined> =>
  endIn(by, leaveId, substitutionId);

function endIn({ db, session, now }: By, leaveId: string, one: string | null): Promise<Refusal | undefined> {
  const { unitId, staffId } = session;
  return transact<Refusal | undefined>(db, async (tx) => {
    const leave = await openLeave(tx, unitId, leaveId, toLocal(now).date);
    if (isRefusal(leave)) return leave;
    const end = { unitId, by: staffId, now };
    const ended = await markSubstitutionsEnded(tx, leaveId, one, end);
    if (one && ended.length === 0) return refuse('leave-not-found');
    if (!one) await markLeaveCancelled(tx, leaveId, end);
    const note = noteOf(tx, session, now);
    for (const id of ended) await note('staff.substitution-ended', `substitution:${id}`, { leaveId });
    if (!one) await note('staff.leave-cancelled', `leave:${leaveId}`, {});
    return undefined;
  });
}

async function openLeave(tx: Tx, unitId: string, leaveId: string, today: string) {
  const leave = await lockLeave(tx, unitId, leaveId);
  if (!leave) return refuse('leave-not-found');
  return leave.cancelled || leave.validTo <= today ? refuse('leave-over') : leave;
}

const personOf = (book: LeaveBook, staffId: string): UnitStaff | undefined =>
  book.staff.find((person) => person.staffId === staffId);

const lentBy = (
  by: StaffSession,
  book: LeaveBook,
  absent: UnitStaff,
  { substituteId, roles }: Pick<LeaveForm, 'substituteId' | 'roles'>,
) => decideSubstitution({ by, absent, substitute: personOf(book, substituteId), roles });

const overlap = (a: LeaveDays, b: LeaveDays): boolean => a.validFrom < b.validTo && b.validFrom < a.validTo;

/** Nobody is given a role for days that are over. */
const fromToday = ({ validFrom, validTo }: LeaveDays, today: string): LeaveDays => ({
  validFrom: validFrom < today ? today : validFrom,
  validTo,
});

const noteOf = (tx: Tx, session: StaffSession, now: Date) => (act: string, subject: string, detail: unknown) =>
  audit(tx, {
    unitId: session.unitId,
    act,
    actor: staffActorOf(session, 'leave.manage'),
    subject,
    detail,
    at: now,
  });
