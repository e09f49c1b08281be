import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Role } from './model.ts';

export interface StaffRolePeriod {
  readonly role: Role;
  readonly validFrom: string;
  /** Exclusive. */
  readonly validTo: string | null;
}

export interface StaffAt {
  readonly staffId: string;
  readonly login: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly disabledAt: Date | null;
  /** At this unit, past and future ones too, newest first. */
  readonly roles: readonly StaffRolePeriod[];
}

export interface OpenInvitationRow {
  readonly invitationId: string;
  readonly kind: 'join' | 'renew';
  readonly staffId: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
  /** ISO 8601. */
  readonly expiresAt: string;
}

const peopleOf = (unitId: string) => sql`
  select s.staff_id as "staffId", s.login, s.full_name as "fullName", s.phone, s.disabled_at as "disabledAt",
    (select json_agg(json_build_object('role', r.role, 'validFrom', r.valid_from, 'validTo', r.valid_to)
       order by r.valid_from desc, r.role)
     from staff_role r where r.unit_id = ${unitId} and r.staff_id = s.staff_id) as roles
  from staff s
  where exists (select from staff_role r where r.unit_id = ${unitId} and r.staff_id = s.staff_id)`;

/** Everybody who holds or held a role at the unit, and the open invitations: one statement. */
export async function staffOfUnit(
  db: Db,
  unitId: string,
  now: Date,
): Promise<{ people: StaffAt[]; invitations: OpenInvitationRow[] }> {
  const { rows } = await sql<{ people: StaffAt[] | null; invitations: OpenInvitationRow[] | null }>`
    select (select json_agg(p order by p."fullName", p."staffId") from (${peopleOf(unitId)}) p) as people,
      (select json_agg(json_build_object('invitationId', i.invitation_id, 'kind', i.kind, 'staffId', i.staff_id,
          'fullName', i.full_name, 'roles', i.roles, 'expiresAt', i.expires_at) order by i.created_at desc)
       from staff_invitation i where i.unit_id = ${unitId} and i.used_at is null and i.cancelled_at is null
         and i.expires_at > ${now}) as invitations`.execute(db);
  return { people: rows[0]?.people ?? [], invitations: rows[0]?.invitations ?? [] };
}

/** One person, if they hold or held a role at the unit. */
export async function findStaffAt(db: Db | Tx, unitId: string, staffId: string): Promise<StaffAt | undefined> {
  const { rows } = await sql<StaffAt>`select * from (${peopleOf(unitId)}) p where p."staffId" = ${staffId}`.execute(db);
  return rows[0];
}

/** Acts on one unit's staff come one after the other: who is the last administrator must not change meanwhile. */
export async function lockStaffOf(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff of ${unitId}`}, 0))`.execute(tx);
}

/** Administrators of the unit on a day who can sign in, beside this person. */
export async function countOtherAdmins(tx: Tx, unitId: string, staffId: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct s.staff_id) as count
    from staff_role r join staff s on s.staff_id = r.staff_id and s.disabled_at is null
    where r.unit_id = ${unitId} and r.role = 'admin' and r.staff_id <> ${staffId}
      and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Whether the person holds a role at another unit on a day. */
export async function worksElsewhere(tx: Tx, unitId: string, staffId: string, today: string): Promise<boolean> {
  const { rows } = await sql`select 1 from staff_role r
    where r.staff_id = ${staffId} and r.unit_id <> ${unitId} and (r.valid_to is null or r.valid_to > ${today}) limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** False when nothing changed. */
export async function setDisabled(tx: Tx, staffId: string, disabledAt: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff')
    .set({ disabled_at: disabledAt })
    .where('staff_id', '=', staffId)
    .where('disabled_at', disabledAt ? 'is' : 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a role on a day (exclusive; not before it began); false when there is no such running role. */
export async function closeRole(
  tx: Tx,
  which: { unitId: string; staffId: string; role: string; validFrom: string },
  validTo: string,
): Promise<boolean> {
  const { rows } = await sql`update staff_role set valid_to = greatest(valid_from, ${validTo}::date)
    where unit_id = ${which.unitId} and staff_id = ${which.staffId} and role = ${which.role}
      and valid_from = ${which.validFrom}::date and (valid_to is null or valid_to > ${validTo}::date) returning 1`.execute(
    tx,
  );
  return rows.length === 1;
}
