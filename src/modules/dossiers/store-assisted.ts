import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { State } from './model.ts';

export interface AssistedDossier {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly state: State;
}

/** Dossiers of a unit that were submitted under one consent of the account, newest first. */
export async function dossiersUnderConsent(
  db: Db,
  unitId: string,
  accountId: string,
  consentId: string,
): Promise<AssistedDossier[]> {
  const { rows } = await sql<AssistedDossier>`
    select unit_id as "unitId", dossier_id as "dossierId", code, procedure_name as "procedureName", state
    from dossier
    where unit_id = ${unitId} and account_id = ${accountId} and helper_consent_id = ${consentId}
    order by submitted_at desc, dossier_id desc limit 50`.execute(db);
  return rows;
}
