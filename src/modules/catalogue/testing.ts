import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

/** Support for database tests: a unit takes every procedure of the catalogue. */
export async function offerEverything(db: Db, unitId: string): Promise<void> {
  await sql`
    insert into offered_procedure (unit_id, offered_id, procedure_code, effective_from, offered, source_ref, recorded_at, recorded_by)
    select ${unitId}, gen_random_uuid(), procedure_code, '2025-07-01', true, 'test', '2025-07-01', 'system' from procedure`.execute(
    db,
  );
}
