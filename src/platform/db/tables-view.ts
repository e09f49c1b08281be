/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
export interface ViewTables {
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
