import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { OutboxConsumer } from '../../platform/outbox/index.ts';

/**
 * Brings the row of "my dossiers" (DESIGN §5.2) to what the dossier is now, so that calls in any order and made twice
 * end in the same row; an older version never overwrites a newer one. The submission calls it in its own transaction,
 * which holds the citizen's draft anyway: nobody who has just filed may find an empty list.
 */
export async function indexDossier(tx: Tx, unitId: string, dossierId: string): Promise<void> {
  await sql`
    insert into citizen_dossier as c (account_id, dossier_id, unit_id, code, procedure_name, subject_name, state, due_at,
      due_tentative, submitted_at, updated_at, dossier_version)
    select account_id, dossier_id, unit_id, code, procedure_name, subject_name, state, due_at, due_tentative, submitted_at,
      updated_at, version
    from dossier where unit_id = ${unitId} and dossier_id = ${dossierId}
    on conflict (account_id, dossier_id) do update set
      state = excluded.state, due_at = excluded.due_at, due_tentative = excluded.due_tentative,
      updated_at = excluded.updated_at, dossier_version = excluded.dossier_version
    where c.dossier_version < excluded.dossier_version`.execute(tx);
}

/** Every later act reaches the list as news. */
export const indexForCitizen: OutboxConsumer = (tx, { unitId, payload }) =>
  indexDossier(tx, unitId, String(payload.dossierId));
