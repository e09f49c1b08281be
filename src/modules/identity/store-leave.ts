import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { LeaveDays, UnitStaff } from './leave-rules.ts';
import type { Role } from './model.ts';

export interface SubstitutionRow {
  readonly substitutionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly enteredBy: string;
}

export interface LeaveRow extends LeaveDays {
  readonly leaveId: string;
  readonly staffId: string;
  readonly name: string;
  readonly enteredBy: string;
  readonly cancelled: boolean;
  /** Those in force or to come. */
  readonly substitutions: readonly SubstitutionRow[];
}

export interface LeaveBook {
  readonly staff: readonly UnitStaff[];
  readonly leaves: readonly LeaveRow[];
}

/** The unit's staff of today, and absences that are not over (or one, also when it is); one statement. */
export async function leaveBook(db: Db, unitId: string, today: string, leaveId?: string): Promise<LeaveBook> {
  const which = leaveId ? sql`l.leave_id = ${leaveId}` : sql`l.valid_to > ${today} and l.cancelled_at is null`;
  const { rows } = await sql<LeaveBook>`
    select coalesce((select jsonb_agg(jsonb_build_object('staffId', p.staff_id, 'name', p.full_name, 'roles', p.roles)
        order by p.full_name, p.staff_id)
      from (select s.staff_id, s.full_name, array_agg(distinct r.role order by r.role) as roles
        from staff_role r join staff s on s.staff_id = r.staff_id and s.disabled_at is null
        where r.unit_id = ${unitId} and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
        group by s.staff_id, s.full_name) p), '[]') as staff,
    coalesce((select jsonb_agg(jsonb_build_object('leaveId', l.leave_id, 'staffId', l.staff_id, 'name', s.full_name,
          'validFrom', l.valid_from, 'validTo', l.valid_to, 'enteredBy', e.full_name,
          'cancelled', l.cancelled_at is not null,
          'substitutions', coalesce((select jsonb_agg(jsonb_build_object('substitutionId', b.substitution_id,
              'staffId', b.substitute_staff_id, 'name', bs.full_name, 'roles', b.roles, 'validFrom', b.valid_from,
              'validTo', b.valid_to, 'enteredBy', be.full_name) order by b.valid_from, bs.full_name)
            from staff_substitution b join staff bs on bs.staff_id = b.substitute_staff_id
              join staff be on be.staff_id = b.entered_by
            where b.unit_id = l.unit_id and b.leave_id = l.leave_id and b.ended_at is null), '[]'))
        order by l.valid_from, s.full_name)
      from staff_leave l join staff s on s.staff_id = l.staff_id join staff e on e.staff_id = l.entered_by
      where l.unit_id = ${unitId} and ${which}), '[]') as leaves`.execute(db);
  return rows[0] ?? { staff: [], leaves: [] };
}

export interface NewLeave extends LeaveDays {
  readonly unitId: string;
  readonly leaveId: string;
  readonly staffId: string;
  readonly enteredBy: string;
  readonly now: Date;
}

export async function insertLeave(tx: Tx, leave: NewLeave): Promise<void> {
  await tx
    .insertInto('staff_leave')
    .values({
      unit_id: leave.unitId,
      leave_id: leave.leaveId,
      staff_id: leave.staffId,
      valid_from: leave.validFrom,
      valid_to: leave.validTo,
      entered_by: leave.enteredBy,
      entered_at: leave.now,
    })
    .execute();
}

export interface NewSubstitution extends LeaveDays {
  readonly unitId: string;
  readonly substitutionId: string;
  readonly leaveId: string;
  readonly absentStaffId: string;
  readonly substituteStaffId: string;
  readonly roles: readonly Role[];
  readonly enteredBy: string;
  readonly now: Date;
}

export async function insertSubstitution(tx: Tx, row: NewSubstitution): Promise<void> {
  await tx
    .insertInto('staff_substitution')
    .values({
      unit_id: row.unitId,
      substitution_id: row.substitutionId,
      leave_id: row.leaveId,
      absent_staff_id: row.absentStaffId,
      substitute_staff_id: row.substituteStaffId,
      roles: [...row.roles],
      valid_from: row.validFrom,
      valid_to: row.validTo,
      entered_by: row.enteredBy,
      entered_at: row.now,
    })
    .execute();
}

interface EndOf {
  readonly unitId: string;
  readonly by: string;
  readonly now: Date;
}

/** Locks an absence, so that nobody is made a substitute of one that is being cancelled. */
export async function lockLeave(tx: Tx, unitId: string, leaveId: string) {
  const { rows } = await sql<LeaveDays & { staffId: string; cancelled: boolean }>`
    select staff_id as "staffId", valid_from as "validFrom", valid_to as "validTo",
      cancelled_at is not null as cancelled
    from staff_leave where unit_id = ${unitId} and leave_id = ${leaveId} for update`.execute(tx);
  return rows[0];
}

export async function markLeaveCancelled(tx: Tx, leaveId: string, { unitId, by, now }: EndOf): Promise<void> {
  await sql`update staff_leave set cancelled_by = ${by}, cancelled_at = ${now}
    where unit_id = ${unitId} and leave_id = ${leaveId} and cancelled_at is null`.execute(tx);
}

/** Ends one substitution of an absence, or all. @returns those that ended now */
export async function markSubstitutionsEnded(
  tx: Tx,
  leaveId: string,
  substitutionId: string | null,
  { unitId, by, now }: EndOf,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update staff_substitution set ended_by = ${by}, ended_at = ${now}
    where unit_id = ${unitId} and leave_id = ${leaveId} and ended_at is null
      ${substitutionId ? sql`and substitution_id = ${substitutionId}` : sql``}
    returning substitution_id as id`.execute(tx);
  return rows.map(({ id }) => id).sort();
}
