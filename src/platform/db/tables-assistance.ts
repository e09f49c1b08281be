/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { Generated } from 'kysely';

export interface AssistanceTables {
  support_turn: {
    unit_id: string;
    turn_id: string;
    body_hash: string;
    kind: string;
    team_id: string;
    staff_id: string;
    helper_session_id: string | null;
    account_id: string | null;
    citizen_unit_id: string;
    place: string;
    channel: string;
    minutes: number;
    outcome: string;
    account_opened: Generated<boolean>;
    dossier_unit_id: string | null;
    dossier_id: string | null;
    dossier_code: string | null;
    note: string | null;
    started_at: Date;
    ended_at: Date;
    local_date: string;
    is_demo: Generated<boolean>;
  };
  support_turn_kind: {
    kind: string;
    effective_from: string;
    effective_to: string | null;
    label_vi: string;
    label_en: string;
    position: number;
    source_ref: string;
  };
  v_support_turn: {
    unit_id: string | null;
    turn_id: string | null;
    kind: string | null;
    team_id: string | null;
    team_name: string | null;
    citizen_unit_id: string | null;
    place: string | null;
    channel: string | null;
    minutes: number | null;
    outcome: string | null;
    account_opened: boolean | null;
    has_dossier: boolean | null;
    local_date: string | null;
  };
  v_support_turn_kind: {
    kind: string | null;
    label_vi: string | null;
    label_en: string | null;
    position: number | null;
    effective_from: string | null;
    effective_to: string | null;
  };
}
