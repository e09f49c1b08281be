import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { toLocal } from '../units/index.ts';
import type { ConsentText, Helper, HelperActKind, HelperSession, PresentPlace, Purpose } from './model.ts';

export interface NewConsent {
  readonly accountId: string;
  readonly consentId: string;
  readonly text: ConsentText;
  readonly purposes: readonly Purpose[];
  readonly codeId: string;
  readonly helper: Helper;
  readonly givenAt: Date;
  readonly expiresAt: Date;
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx
    .insertInto('consent')
    .values({
      account_id: consent.accountId,
      consent_id: consent.consentId,
      text_code: consent.text.code,
      text_version: consent.text.version,
      text_hash: consent.text.hash,
      lang: consent.text.lang,
      purposes: [...consent.purposes],
      method: 'code-present',
      code_id: consent.codeId,
      unit_id: consent.helper.unitId,
      team_id: consent.helper.teamId,
      staff_id: consent.helper.staffId,
      given_at: consent.givenAt,
      expires_at: consent.expiresAt,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
}

export interface NewHelperSession {
  readonly helper: Helper;
  readonly helperSessionId: string;
  readonly accountId: string;
  readonly consentId: string;
  readonly accountOpened: boolean;
  readonly place: PresentPlace;
  readonly startedAt: Date;
}

export async function insertHelperSession(tx: Tx, session: NewHelperSession): Promise<void> {
  await tx
    .insertInto('helper_session')
    .values({
      unit_id: session.helper.unitId,
      helper_session_id: session.helperSessionId,
      staff_id: session.helper.staffId,
      team_id: session.helper.teamId,
      account_id: session.accountId,
      consent_id: session.consentId,
      account_opened: session.accountOpened,
      place: session.place,
      channel: 'in-person',
      started_at: session.startedAt,
      ended_at: null,
    })
    .execute();
}

/** Not ended, the consent neither revoked nor run out: all that "may act now" means, beside whose session it is. */
const live = (now: Date) => sql`s.ended_at is null and c.revoked_at is null and c.expires_at > ${now}`;

const sessions = (now: Date) => sql`
  select s.unit_id as "unitId", s.helper_session_id as "helperSessionId", s.staff_id as "staffId",
    staff.full_name as "staffName", coalesce(unit.name, '') as "unitName", s.team_id as "teamId", team.name as "teamName",
    s.account_id as "accountId", account.full_name as "citizenName", phone.phone as "citizenPhone",
    s.consent_id as "consentId", c.purposes, s.account_opened as "accountOpened", s.place, s.started_at as "startedAt",
    c.expires_at as "expiresAt", coalesce(account.home_unit_id, s.unit_id) as "citizenUnitId"
  from helper_session s
    join consent c on c.account_id = s.account_id and c.consent_id = s.consent_id
    join staff on staff.staff_id = s.staff_id
    join team on team.unit_id = s.unit_id and team.team_id = s.team_id
    join account on account.account_id = s.account_id
    left join lateral (select p.phone from account_phone p where p.account_id = s.account_id
      order by p.since desc limit 1) phone on true
    left join unit_version unit on unit.unit_id = s.unit_id and unit.valid_from <= ${toLocal(now).date}
      and (unit.valid_to is null or unit.valid_to > ${toLocal(now).date})`;

/** This helper's session at this unit, when it may act now. All of it stands in the WHERE clause. */
export async function findLiveSession(
  db: Db,
  who: { unitId: string; staffId: string; helperSessionId: string },
  now: Date,
): Promise<HelperSession | null> {
  const { rows } = await sql<HelperSession>`${sessions(now)}
    where s.unit_id = ${who.unitId} and s.helper_session_id = ${who.helperSessionId} and s.staff_id = ${who.staffId}
      and ${live(now)}`.execute(db);
  return rows[0] ?? null;
}

/** The helper's open sessions, newest first. */
export async function liveSessionsOf(db: Db, unitId: string, staffId: string, now: Date): Promise<HelperSession[]> {
  const { rows } = await sql<HelperSession>`${sessions(now)}
    where s.unit_id = ${unitId} and s.staff_id = ${staffId} and ${live(now)}
    order by s.started_at desc limit 20`.execute(db);
  return rows;
}

/** @returns whether it was open until now. */
export async function markSessionEnded(tx: Tx, unitId: string, helperSessionId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update helper_session set ended_at = ${now}
    where unit_id = ${unitId} and helper_session_id = ${helperSessionId} and ended_at is null returning 1`.execute(tx);
  return rows.length > 0;
}

export interface NewHelperAct {
  readonly session: Pick<
    HelperSession,
    'accountId' | 'unitId' | 'helperSessionId' | 'staffId' | 'staffName' | 'teamName'
  >;
  readonly act: HelperActKind;
  readonly subject: string;
  readonly at: Date;
}

/**
 * Writes a line of the citizen's journal only while the session may act, and holds session and consent as they are
 * until the commit. @returns false when it may not: then nothing was written.
 */
export async function insertHelperAct(tx: Tx, { session, act, subject, at }: NewHelperAct): Promise<boolean> {
  const { rows } = await sql`
    insert into helper_act (account_id, act_id, at, act, subject, unit_id, helper_session_id, consent_id, staff_id,
      staff_name, team_name)
    select s.account_id, ${newId()}::uuid, ${at}::timestamptz, ${act}, ${subject}, s.unit_id, s.helper_session_id,
      s.consent_id, s.staff_id, ${session.staffName}, ${session.teamName}
    from helper_session s join consent c on c.account_id = s.account_id and c.consent_id = s.consent_id
    where s.unit_id = ${session.unitId} and s.helper_session_id = ${session.helperSessionId}
      and s.staff_id = ${session.staffId} and s.account_id = ${session.accountId} and ${live(at)}
    for share of s, c
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** @returns the unit of the consent that was in force until now; null when there was none. */
export async function markRevoked(
  tx: Tx,
  accountId: string,
  consentId: string,
  by: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ unitId: string }>`update consent set revoked_at = ${now}, revoked_by = ${by}
    where account_id = ${accountId} and consent_id = ${consentId} and revoked_at is null
    returning unit_id as "unitId"`.execute(tx);
  return rows[0]?.unitId ?? null;
}
