import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { ProfileFields, ProfileRow } from './model.ts';

export interface NewProfile extends ProfileFields {
  readonly unitId: string;
  readonly profileId: string;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  readonly recordedAt: Date;
  /** `staff:<id>` or `system`. */
  readonly recordedBy: string;
}

/** Every row of a unit's profile, the latest beginning first; of one beginning, the one in force first. */
export async function profileRows(db: Db, unitId: string): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select effective_from as "effectiveFrom", recorded_at as "recordedAt", hotline, hotline_hours as "hotlineHours",
      address, identifier, centre_name as "centreName"
    from unit_profile where unit_id = ${unitId}
    order by effective_from desc, recorded_at desc, profile_id desc`.execute(db);
  return rows;
}

export async function insertProfile(tx: Tx, row: NewProfile): Promise<void> {
  await sql`
    insert into unit_profile (unit_id, profile_id, effective_from, hotline, hotline_hours, address, identifier, centre_name,
      recorded_at, recorded_by)
    values (${row.unitId}, ${row.profileId}, ${row.effectiveFrom}, ${row.hotline}, ${row.hotlineHours}, ${row.address},
      ${row.identifier}, ${row.centreName}, ${row.recordedAt}, ${row.recordedBy})`.execute(tx);
}

/** True when another unit has, or ever had, this prefix of dossier codes. Two who ask for one wait for each other. */
export async function identifierTaken(tx: Tx, unitId: string, identifier: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identifier:${identifier}`}, 0))`.execute(tx);
  const { rows } = await sql`
    select from unit_profile where identifier = ${identifier} and unit_id <> ${unitId} limit 1`.execute(tx);
  return rows.length > 0;
}
