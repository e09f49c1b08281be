import { audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { parseLocalDate, toLocal } from '../units/index.ts';
import { readPeriod } from './invitation-rules.ts';
import { ROLES } from './model.ts';
import { refuse } from './problems.ts';
import { deleteStaffSessions } from './store-sessions.ts';
import { insertRoles } from './store-staff.ts';
import {
  closeRole,
  countOtherAdmins,
  findStaffAt,
  lockStaffOf,
  type StaffAt,
  setDisabled,
  worksElsewhere,
} from './store-staff-admin.ts';

/** An administrator's act on a person of the own unit. */
export interface StaffAct {
  readonly unitId: string;
  readonly staffId: string;
  /** Who acts; null = the command line of the machine. */
  readonly byStaffId: string | null;
  readonly now: Date;
}

const actorOf = ({ byStaffId }: StaffAct): string => (byStaffId ? `staff:${byStaffId}` : 'system');

async function personOf(tx: Tx, { unitId, staffId }: StaffAct): Promise<StaffAt | Refusal> {
  await lockStaffOf(tx, unitId);
  return (await findStaffAt(tx, unitId, staffId)) ?? refuse('staff-unknown');
}

const log = (tx: Tx, act: StaffAct, name: string, detail?: unknown): Promise<void> =>
  audit(tx, {
    unitId: act.unitId,
    act: name,
    actor: actorOf(act),
    subject: `staff:${act.staffId}`,
    detail,
    at: act.now,
  });

/** Gives a role for a period (`validTo` exclusive, empty = open). Refusals: `staff-unknown`, `roles-missing`, `period-wrong`, `role-overlaps`. */
export async function grantRole(
  tx: Tx,
  act: StaffAct & { role: string; validFrom: string; validTo: string },
): Promise<Refusal | undefined> {
  const person = await personOf(tx, act);
  if (isRefusal(person)) return person;
  const role = ROLES.find((one) => one === act.role);
  if (!role) return refuse('roles-missing');
  const period = readPeriod(act.validFrom, act.validTo);
  if (isRefusal(period)) return period;
  const overlaps = person.roles.some(
    (held) =>
      held.role === role &&
      (held.validTo === null || held.validTo > period.validFrom) &&
      (period.validTo === null || held.validFrom < period.validTo),
  );
  if (overlaps) return refuse('role-overlaps');
  await insertRoles(tx, act.staffId, [{ unitId: act.unitId, role, ...period }]);
  await log(tx, act, 'staff.role-granted', { role, ...period });
  return undefined;
}

/** Ends a role from today on. Refusals: `staff-unknown`, `role-unknown`, `not-yourself`, `last-admin`. */
export async function endRole(
  tx: Tx,
  act: StaffAct & { role: string; validFrom: string },
): Promise<Refusal | undefined> {
  const person = await personOf(tx, act);
  if (isRefusal(person)) return person;
  if (!parseLocalDate(act.validFrom)) return refuse('role-unknown');
  const today = toLocal(act.now).date;
  if (act.role === 'admin') {
    if (act.staffId === act.byStaffId) return refuse('not-yourself');
    if ((await countOtherAdmins(tx, act.unitId, act.staffId, today)) === 0) return refuse('last-admin');
  }
  if (!(await closeRole(tx, act, today))) return refuse('role-unknown');
  await log(tx, act, 'staff.role-ended', { role: act.role, validFrom: act.validFrom, validTo: today });
  return undefined;
}

/**
 * Ends the person's access at once: no sign-in, and every open session is gone.
 * Refusals: `staff-unknown`, `not-yourself`, `last-admin`, `staff-elsewhere`.
 */
export async function disableStaff(tx: Tx, act: StaffAct): Promise<Refusal | undefined> {
  const person = await personOf(tx, act);
  if (isRefusal(person)) return person;
  if (act.staffId === act.byStaffId) return refuse('not-yourself');
  const today = toLocal(act.now).date;
  if (await worksElsewhere(tx, act.unitId, act.staffId, today)) return refuse('staff-elsewhere');
  const isAdmin = person.roles.some(
    ({ role, validFrom, validTo }) => role === 'admin' && validFrom <= today && (validTo === null || validTo > today),
  );
  if (isAdmin && (await countOtherAdmins(tx, act.unitId, act.staffId, today)) === 0) return refuse('last-admin');
  if (!(await setDisabled(tx, act.staffId, act.now))) return undefined;
  await deleteStaffSessions(tx, act.staffId);
  await log(tx, act, 'staff.disabled');
  return undefined;
}

/** Opens a disabled account again; the person signs in with the old secrets, or asks for a renewal. Refusal: `staff-unknown`. */
export async function enableStaff(tx: Tx, act: StaffAct): Promise<Refusal | undefined> {
  const person = await personOf(tx, act);
  if (isRefusal(person)) return person;
  if (await setDisabled(tx, act.staffId, null)) await log(tx, act, 'staff.enabled');
  return undefined;
}
