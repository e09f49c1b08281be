import { audit } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import { forgetHomeUnit } from './current-home-unit.ts';
import type { ProfileFields } from './model.ts';
import { refuse } from './problems.ts';
import { profileFaults } from './profile-rules.ts';
import { identifierTaken, insertProfile } from './store-profile.ts';

export interface SaveProfile {
  readonly unitId: string;
  /** `staff:<id>` or `system`. */
  readonly actor: string;
  readonly now: Date;
  readonly fields: ProfileFields;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
}

/**
 * Writes down what a unit says of itself from a day on; earlier rows stay, so that papers of their time can be read.
 * Refusals: those of {@link profileFaults} (the first one), `identifier-taken`.
 */
export async function saveProfile(db: Db, input: SaveProfile): Promise<Refusal | null> {
  const { unitId, actor, now, fields, effectiveFrom } = input;
  const fault = profileFaults(fields)[0];
  if (fault) return fault[1];
  const refused = await transact<Refusal | null>(db, async (tx) => {
    const { identifier } = fields;
    if (identifier && (await identifierTaken(tx, unitId, identifier)))
      return refuse('identifier-taken', { identifier });
    const profileId = newId();
    await insertProfile(tx, { ...fields, unitId, profileId, effectiveFrom, recordedAt: now, recordedBy: actor });
    await audit(tx, {
      unitId,
      act: 'unit.profile-set',
      actor,
      subject: `unit-profile:${profileId}`,
      detail: { ...fields, effectiveFrom },
      at: now,
    });
    return null;
  });
  forgetHomeUnit(db);
  return refused;
}
