import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { type Db, json } from '../../platform/db/index.ts';

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
  const { rows: changed } = await sql`
    insert into support_turn_kind as k (kind, effective_from, effective_to, label_vi, label_en, position, source_ref)
    select kind, effective_from, effective_to, vi, en, position, source_ref
    from jsonb_to_recordset(${json(rows)}) as r(kind text, effective_from date, effective_to date, vi text, en text,
      position int, source_ref text)
    on conflict (kind, effective_from) do update set effective_to = excluded.effective_to, label_vi = excluded.label_vi,
      label_en = excluded.label_en, position = excluded.position, source_ref = excluded.source_ref
    where (k.effective_to, k.label_vi, k.label_en, k.position, k.source_ref) is distinct from
      (excluded.effective_to, excluded.label_vi, excluded.label_en, excluded.position, excluded.source_ref)
    returning 1`.execute(db);
  return changed.length;
}
