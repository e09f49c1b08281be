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

/** What the statement answers; {@link StaffSession.roles} follows from it. */
export type FoundStaff = Omit<StaffSession, 'roles'>;

/**
 * The whole staff session in one statement; gone as soon as the person is disabled or has no own role left at the unit.
 * Somebody stood in for lends only roles that they hold themselves today: nothing outlives its source.
 */
export async function findStaffSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  idleSince: Date,
  today: string,
): Promise<Found<FoundStaff> | undefined> {
  const { rows } = await sql<Found<FoundStaff>>`
    select s.kind, s.staff_id as "staffId", t.login, t.full_name as name, s.unit_id as "unitId",
      coalesce(u.name, s.unit_id) as "unitName", own.roles as "ownRoles", coalesce(lent.people, '[]') as "standIns",
      exists (select from staff_role o where o.staff_id = s.staff_id and o.unit_id <> s.unit_id
        and o.valid_from <= ${today} and (o.valid_to is null or o.valid_to > ${today})) as "severalUnits",
      s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
    from session s
    join staff t on t.staff_id = s.staff_id and t.disabled_at is null
    join lateral (
      select array_agg(distinct role order by role) as roles from staff_role
      where unit_id = s.unit_id and staff_id = s.staff_id
        and valid_from <= ${today} and (valid_to is null or valid_to > ${today})) own on own.roles is not null
    left join lateral (
      select jsonb_agg(jsonb_build_object('staffId', x.staff_id, 'name', x.full_name, 'roles', x.roles)
        order by x.full_name, x.staff_id) as people
      from (
        select a.staff_id, a.full_name, array_agg(distinct r.role order by r.role) as roles
        from staff_substitution sub
        join staff a on a.staff_id = sub.absent_staff_id and a.disabled_at is null
        join staff_role r on r.unit_id = sub.unit_id and r.staff_id = sub.absent_staff_id and r.role = any(sub.roles)
          and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
        where sub.unit_id = s.unit_id and sub.substitute_staff_id = s.staff_id and sub.ended_at is null
          and sub.valid_from <= ${today} and sub.valid_to > ${today}
        group by a.staff_id, a.full_name) x) lent on true
    left join lateral (
      select name from unit_version
      where unit_id = s.unit_id and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
      order by valid_from desc limit 1) u on true
    where s.token_hash = ${tokenHash} and s.kind = 'staff' and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
  `.execute(db);
  return rows[0];
}

/** Lets a session work for another unit where its person holds a role today. False when they hold none there. */
export async function moveSession(
  tx: Tx,
  move: { tokenHash: Buffer; staffId: string; unitId: string; today: string },
): Promise<boolean> {
  const { rows } = await sql`
    update session s set unit_id = ${move.unitId}
    where s.token_hash = ${move.tokenHash} and s.staff_id = ${move.staffId} and s.kind = 'staff'
      and exists (select from staff_role r where r.unit_id = ${move.unitId} and r.staff_id = ${move.staffId}
        and r.valid_from <= ${move.today} and (r.valid_to is null or r.valid_to > ${move.today}))
    returning 1`.execute(tx);
  return rows.length > 0;
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
