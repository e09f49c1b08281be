import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { HelperAct, HelperActKind, HelperSession, MyConsent } from './model.ts';

/** Lines of the journal that one page shows. */
const SHOWN = 200;

/** What was done for a person and under which consents, newest first; one statement. */
export async function helpGivenTo(db: Db, accountId: string): Promise<{ acts: HelperAct[]; consents: MyConsent[] }> {
  const { rows } = await sql<{ acts: HelperAct[]; consents: MyConsent[] }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'act', a.act, 'subject', a.subject,
          'staffName', a.staff_name, 'teamName', a.team_name) order by a.at desc, a.act_id desc)
        from (select * from helper_act where account_id = ${accountId} order by at desc, act_id desc limit ${SHOWN}) a),
        '[]') as acts,
      coalesce((select jsonb_agg(jsonb_build_object('consentId', c.consent_id, 'staffName', staff.full_name,
          'teamName', team.name, 'purposes', c.purposes, 'givenAt', c.given_at, 'expiresAt', c.expires_at,
          'revokedAt', c.revoked_at, 'ended', s.ended_at is not null) order by c.given_at desc)
        from (select * from consent where account_id = ${accountId} order by given_at desc limit ${SHOWN}) c
          join staff on staff.staff_id = c.staff_id
          join team on team.unit_id = c.unit_id and team.team_id = c.team_id
          left join helper_session s on s.unit_id = c.unit_id and s.account_id = c.account_id
            and s.consent_id = c.consent_id), '[]') as consents`.execute(db);
  return rows[0] ?? { acts: [], consents: [] };
}

export interface SessionAct {
  readonly act: HelperActKind;
  readonly subject: string;
}

/** What happened in a session, oldest first. */
export async function actsOfSession(
  db: Db,
  session: Pick<HelperSession, 'accountId' | 'unitId' | 'helperSessionId'>,
): Promise<SessionAct[]> {
  const { rows } = await sql<SessionAct>`
    select act, subject from helper_act
    where account_id = ${session.accountId} and unit_id = ${session.unitId}
      and helper_session_id = ${session.helperSessionId}
    order by at, act_id`.execute(db);
  return rows;
}
