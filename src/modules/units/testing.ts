import type { Db } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { ProfileFields } from './model.ts';

/** Support for database tests: a unit's profile without an audit. */
export async function insertTestProfile(
  db: Db,
  unitId: string,
  fields: Partial<ProfileFields>,
  effectiveFrom = '2025-07-01',
): Promise<void> {
  await db
    .insertInto('unit_profile')
    .values({
      unit_id: unitId,
      profile_id: newId(),
      effective_from: effectiveFrom,
      hotline: fields.hotline ?? null,
      hotline_hours: fields.hotlineHours ?? null,
      address: fields.address ?? null,
      identifier: fields.identifier ?? null,
      centre_name: fields.centreName ?? null,
      recorded_at: new Date('2025-07-01T00:00:00Z'),
      recorded_by: 'system',
    })
    .execute();
}
