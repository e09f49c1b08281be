import { sql } from 'kysely';
import type { OutboxConsumer } from '../../platform/outbox/index.ts';

/**
 * Keeps "my dossiers" (DESIGN §5.2): reads the dossier as it is now, so that events in any order
 * and delivered twice end in the same row; an older version never overwrites a newer one.
 */
export const indexForCitizen: OutboxConsumer = async (tx, { unitId, payload }) => {
  await sql`
    insert into citizen_dossier as c (account_id, dossier_id, unit_id, code, procedure_name, subject_name, state, due_at,
      submitted_at, updated_at, dossier_version)
    select account_id, dossier_id, unit_id, code, procedure_name, subject_name, state, due_at, submitted_at, updated_at, version
    from dossier where unit_id = ${unitId} and dossier_id = ${String(payload.dossierId)}
    on conflict (account_id, dossier_id) do update set
      state = excluded.state, due_at = excluded.due_at, updated_at = excluded.updated_at, dossier_version = excluded.dossier_version
    where c.dossier_version < excluded.dossier_version`.execute(tx);
};
