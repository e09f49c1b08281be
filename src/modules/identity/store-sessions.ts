import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { CitizenSession, StaffSession } from './model.ts';

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly device: string | null;
  readonly who: { kind: 'citizen'; accountId: string } | { kind: 'staff'; staffId: string; unitId: string };
}

export async function insertSession(tx: Tx, { tokenHash, now, expiresAt, device, who }: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      kind: who.kind,
      account_id: who.kind === 'citizen' ? who.accountId : null,
      staff_id: who.kind === 'staff' ? who.staffId : null,
      unit_id: who.kind === 'staff' ? who.unitId : null,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      device,
    })
    .execute();
}

type Found<T> = T & { readonly lastSeenAt: Date };

/** The whole citizen session in one statement. */
export async function findCitizenSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  idleSince: Date,
): Promise<Found<CitizenSession> | undefined> {
  const { rows } = await sql<Found<CitizenSession>>`
    select s.kind, s.account_id as "accountId", a.full_name as name, p.phone, a.home_unit_id as "homeUnitId",
      s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
    from session s
    join account a on a.account_id = s.account_id
    left join lateral (
      select phone from account_phone where account_id = s.account_id order by since desc limit 1) p on true
    where s.token_hash = ${tokenHash} and s.kind = 'citizen' and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
  `.execute(db);
  return rows[0];
}

/** The whole staff session in one statement; gone as soon as the person is disabled or has no role left at the unit. */
export async function findStaffSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  idleSince: Date,
  today: string,
): Promise<Found<StaffSession> | undefined> {
  const { rows } = await sql<Found<StaffSession>>`
    select s.kind, s.staff_id as "staffId", t.login, t.full_name as name, s.unit_id as "unitId",
      coalesce(u.name, s.unit_id) as "unitName", r.roles, s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
    from session s
    join staff t on t.staff_id = s.staff_id and t.disabled_at is null
    join lateral (
      select array_agg(distinct role order by role) as roles from staff_role
      where unit_id = s.unit_id and staff_id = s.staff_id
        and valid_from <= ${today} and (valid_to is null or valid_to > ${today})) r on r.roles is not null
    left join lateral (
      select name from unit_version
      where unit_id = s.unit_id and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
      order by valid_from desc limit 1) u on true
    where s.token_hash = ${tokenHash} and s.kind = 'staff' and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
  `.execute(db);
  return rows[0];
}

export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', tokenHash)
    .where('last_seen_at', '<', now)
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function deleteStaffSessions(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('session').where('staff_id', '=', staffId).execute();
}
