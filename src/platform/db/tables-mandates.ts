/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
export interface MandatesTables {
  consent: {
    account_id: string;
    consent_id: string;
    text_code: string;
    text_version: number;
    text_hash: string;
    lang: string;
    purposes: string[];
    method: string;
    code_id: string;
    unit_id: string;
    team_id: string;
    staff_id: string;
    given_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
  helper_act: {
    account_id: string;
    act_id: string;
    at: Date;
    act: string;
    subject: string;
    unit_id: string;
    helper_session_id: string;
    consent_id: string;
    staff_id: string;
    staff_name: string;
    team_name: string;
  };
  helper_session: {
    unit_id: string;
    helper_session_id: string;
    staff_id: string;
    team_id: string;
    account_id: string;
    consent_id: string;
    account_opened: boolean;
    place: string;
    channel: string;
    started_at: Date;
    ended_at: Date | null;
  };
}
