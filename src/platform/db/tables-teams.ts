/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { Generated } from 'kysely';

export interface TeamsTables {
  team: {
    unit_id: string;
    team_id: string;
    name: string;
    kind: string;
    valid_from: string;
    valid_to: string | null;
  };
  team_member: {
    unit_id: string;
    team_id: string;
    staff_id: string;
    is_lead: Generated<boolean>;
    valid_from: string;
    valid_to: string | null;
  };
}
