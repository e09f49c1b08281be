import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Role } from './model.ts';

export interface StaffSecrets {
  readonly staffId: string;
  readonly passwordHash: string;
  readonly totpSealed: string;
}

export async function findStaffSecrets(db: Db, login: string): Promise<StaffSecrets | undefined> {
  return db
    .selectFrom('staff')
    .select(['staff_id as staffId', 'password_hash as passwordHash', 'totp_sealed as totpSealed'])
    .where('login', '=', login)
    .executeTakeFirst();
}

/** Takes a time step for one sign-in; undefined when this or a later one was used already. */
export async function takeTotpStep(tx: Tx, staffId: string, step: number): Promise<{ disabled: boolean } | undefined> {
  const row = await tx
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('staff_id', '=', staffId)
    .where('totp_last_step', '<', step)
    .returning('disabled_at')
    .executeTakeFirst();
  return row && { disabled: row.disabled_at !== null };
}

/** The unit to start work for: of several, the first by name. */
export async function firstActiveUnit(tx: Tx, staffId: string, today: string): Promise<string | undefined> {
  const { rows } = await sql<{ unitId: string }>`
    select r.unit_id as "unitId" from staff_role r
    left join unit_version u on u.unit_id = r.unit_id and u.valid_from <= ${today}
      and (u.valid_to is null or u.valid_to > ${today})
    where r.staff_id = ${staffId} and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
    order by u.name nulls last, r.unit_id limit 1`.execute(tx);
  return rows[0]?.unitId;
}

export interface StaffRow {
  readonly staffId: string;
  readonly login: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly passwordHash: string;
  readonly totpSealed: string;
  readonly isDemo: boolean;
  readonly now: Date;
}

/** False when the login is taken. */
export async function insertStaff(tx: Tx, row: StaffRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff')
    .values({
      staff_id: row.staffId,
      login: row.login,
      full_name: row.fullName,
      phone: row.phone,
      password_hash: row.passwordHash,
      totp_sealed: row.totpSealed,
      disabled_at: null,
      created_at: row.now,
      is_demo: row.isDemo,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export interface RoleGrant {
  readonly unitId: string;
  readonly role: Role;
  /** YYYY-MM-DD, local. */
  readonly validFrom: string;
  /** Exclusive; null = until further notice. */
  readonly validTo: string | null;
}

export async function insertRoles(tx: Tx, staffId: string, roles: readonly RoleGrant[]): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .insertInto('staff_role')
    .values(
      roles.map((role) => ({
        unit_id: role.unitId,
        staff_id: staffId,
        role: role.role,
        valid_from: role.validFrom,
        valid_to: role.validTo,
      })),
    )
    .execute();
}

/** New password and authenticator; steps of the old one do not count for the new one. */
export async function replaceSecrets(
  tx: Tx,
  staffId: string,
  { passwordHash, totpSealed }: { passwordHash: string; totpSealed: string },
): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ password_hash: passwordHash, totp_sealed: totpSealed, totp_last_step: 0 })
    .where('staff_id', '=', staffId)
    .execute();
}

export interface DemoStaffRow {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly totpSealed: string;
  readonly lastStep: number;
}

/** Only invented people (`is_demo`). */
export async function listDemoStaff(db: Db): Promise<DemoStaffRow[]> {
  const { rows } = await sql<DemoStaffRow>`
    select s.staff_id as "staffId", s.login, s.full_name as name, s.totp_sealed as "totpSealed",
      s.totp_last_step as "lastStep",
      coalesce(array_agg(distinct r.role order by r.role) filter (where r.role is not null), '{}') as roles
    from staff s left join staff_role r on r.staff_id = s.staff_id
    where s.is_demo and s.disabled_at is null
    group by s.staff_id order by s.login`.execute(db);
  return rows;
}

/** Invented citizens and staff: their secrets are public, so outside the demo there may be none. */
export async function countDemoAccounts(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from account where is_demo) + (select count(*) from staff where is_demo and disabled_at is null)
      as count`.execute(db);
  return rows[0]?.count ?? 0;
}
