import { readFile } from 'node:fs/promises';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Db } from '../../platform/db/index.ts';
import { upsertKinds } from './store-kinds.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const KindsFile = Type.Object(
  {
    about: Type.String(),
    kinds: Type.Array(
      Type.Object(
        {
          kind: Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 40 }),
          vi: Type.String({ minLength: 1, maxLength: 120 }),
          en: Type.String({ minLength: 1, maxLength: 120 }),
          effective_from: Day,
          effective_to: Type.Optional(Day),
          source_ref: Type.String({ minLength: 1 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

/**
 * Loads the programme's kinds of support turns; one statement that touches only what differs, so that every start may
 * call it. A kind is never deleted: old turns name it.
 * @param file path of `support-turn-kinds.json`
 * @returns how many rows were new or changed. @throws when the file is not of the right shape
 */
export async function loadSupportTurnKinds(db: Db, file: string): Promise<number> {
  const parsed = Value.Parse(KindsFile, JSON.parse(await readFile(file, 'utf8')));
  const rows = parsed.kinds.map(({ effective_to = null, ...kind }, position) => ({ ...kind, effective_to, position }));
  return upsertKinds(db, rows);
}
