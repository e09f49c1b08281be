import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { ConsentText, Helper, HelperAct, HelperActKind, HelperSession, MyConsent, Place, Purpose } from './model.ts';

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

export async function insertHelperSession(
  tx: Tx,
  session: {
    helper: Helper;
    helperSessionId: string;
    accountId: string;
    consentId: string;
    accountOpened: boolean;
    place: Place;
    startedAt: Date;
  },
): Promise<void> {
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

const SESSION = sql`
  s.unit_id as "unitId", s.helper_session_id as "helperSessionId", s.staff_id as "staffId", staff.full_name as "staffName",
  unit.name as "unitName", s.team_id as "teamId", team.name as "teamName", s.account_id as "accountId",
  account.full_name as "citizenName", phone.phone as "citizenPhone", s.consent_id as "consentId", c.purposes,
  s.account_opened as "accountOpened", s.place, s.started_at as "startedAt", c.expires_at as "expiresAt"`;

const SESSION_FROM = sql`
  helper_session s
    join consent c on c.account_id = s.account_id and c.consent_id = s.consent_id
    join staff on staff.staff_id = s.staff_id
    join team on team.unit_id = s.unit_id and team.team_id = s.team_id
    join account on account.account_id = s.account_id
    join lateral (select phone from account_phone p where p.account_id = s.account_id order by since desc limit 1) phone on true
    join unit_version unit on unit.unit_id = s.unit_id and unit.valid_to is null`;

/**
 * The helper's session when it may act now: this helper's, at this unit, not ended, the consent neither revoked nor
 * expired. All of it stands in the WHERE clause.
 */
export async function findLiveSession(
  db: Db,
  who: { unitId: string; staffId: string; helperSessionId: string },
  now: Date,
): Promise<HelperSession | null> {
  const { rows } = await sql<HelperSession>`select ${SESSION} from ${SESSION_FROM}
    where s.unit_id = ${who.unitId} and s.helper_session_id = ${who.helperSessionId} and s.staff_id = ${who.staffId}
      and s.ended_at is null and c.revoked_at is null and c.expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
}

/** The helper's open sessions, newest first. */
export async function liveSessionsOf(db: Db, unitId: string, staffId: string, now: Date): Promise<HelperSession[]> {
  const { rows } = await sql<HelperSession>`select ${SESSION} from ${SESSION_FROM}
    where s.unit_id = ${unitId} and s.staff_id = ${staffId} and s.ended_at is null and c.revoked_at is null and c.expires_at > ${now}
    order by s.started_at desc limit 20`.execute(db);
  return rows;
}

/** @returns whether it was open until now. */
export async function markSessionEnded(tx: Tx, unitId: string, helperSessionId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update helper_session set ended_at = ${now}
    where unit_id = ${unitId} and helper_session_id = ${helperSessionId} and ended_at is null returning 1`.execute(tx);
  return rows.length > 0;
}

export async function insertHelperAct(
  tx: Tx,
  act: {
    actId: string;
    session: Pick<HelperSession, 'accountId' | 'unitId' | 'helperSessionId' | 'consentId' | 'staffId' | 'staffName' | 'teamName'>;
    act: HelperActKind;
    subject: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('helper_act')
    .values({
      account_id: act.session.accountId,
      act_id: act.actId,
      at: act.at,
      act: act.act,
      subject: act.subject,
      unit_id: act.session.unitId,
      helper_session_id: act.session.helperSessionId,
      consent_id: act.session.consentId,
      staff_id: act.session.staffId,
      staff_name: act.session.staffName,
      team_name: act.session.teamName,
    })
    .execute();
}

/** What was done for a person and under which consents; one statement. */
export async function helpGivenTo(db: Db, accountId: string): Promise<{ acts: HelperAct[]; consents: MyConsent[] }> {
  const { rows } = await sql<{ acts: HelperAct[]; consents: MyConsent[] }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'act', a.act, 'subject', a.subject, 'staffName', a.staff_name,
          'teamName', a.team_name) order by a.at desc, a.act_id desc)
        from (select * from helper_act where account_id = ${accountId} order by at desc, act_id desc limit 200) a), '[]') as acts,
      coalesce((select jsonb_agg(jsonb_build_object('consentId', c.consent_id, 'staffName', staff.full_name, 'teamName', team.name,
          'purposes', c.purposes, 'givenAt', c.given_at, 'expiresAt', c.expires_at, 'revokedAt', c.revoked_at) order by c.given_at desc)
        from consent c join staff on staff.staff_id = c.staff_id join team on team.unit_id = c.unit_id and team.team_id = c.team_id
        where c.account_id = ${accountId}), '[]') as consents`.execute(db);
  return rows[0] ?? { acts: [], consents: [] };
}

/** @returns whether it was in force until now. */
export async function markRevoked(tx: Tx, accountId: string, consentId: string, by: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update consent set revoked_at = ${now}, revoked_by = ${by}
    where account_id = ${accountId} and consent_id = ${consentId} and revoked_at is null returning 1`.execute(tx);
  return rows.length > 0;
}
