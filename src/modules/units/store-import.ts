import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';

export interface OpenVersion {
  readonly unitId: string;
  readonly kind: 'province' | 'commune';
  readonly code: string;
  readonly name: string;
  readonly parentUnitId: string | null;
  readonly validFrom: string;
}

/** The versions in force (without an end), by `kind:code`; locked against a second import. */
export async function openVersions(tx: Tx): Promise<Map<string, OpenVersion>> {
  await sql`lock table unit_version in share row exclusive mode`.execute(tx);
  const { rows } = await sql<OpenVersion>`
    select u.unit_id as "unitId", u.kind, v.code, v.name, v.parent_unit_id as "parentUnitId", v.valid_from as "validFrom"
    from unit u join unit_version v on v.unit_id = u.unit_id and v.valid_to is null`.execute(tx);
  return new Map(rows.map((row) => [`${row.kind}:${row.code}`, row]));
}

export interface NewVersion extends OpenVersion {
  readonly searchName: string;
  readonly sourceRef: string;
}

/** Inserts units with their first version, many at once. */
export async function insertUnits(tx: Tx, units: readonly NewVersion[]): Promise<void> {
  if (units.length === 0) return;
  const rows = json(units);
  await sql`insert into unit (unit_id, kind) select r->>'unitId', r->>'kind' from jsonb_array_elements(${rows}) r`.execute(
    tx,
  );
  await insertVersions(tx, units);
}

async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await sql`insert into unit_version (unit_id, valid_from, code, name, search_name, parent_unit_id, source_ref)
    select r->>'unitId', (r->>'validFrom')::date, r->>'code', r->>'name', r->>'searchName', r->>'parentUnitId', r->>'sourceRef'
    from jsonb_array_elements(${json(versions)}) r`.execute(tx);
}

/**
 * A later state of a unit: the version in force ends on that day and a new one begins, keeping settings.
 * The same day again is a correction of the version itself.
 */
export async function replaceVersion(tx: Tx, version: NewVersion): Promise<void> {
  const { rows } = await sql<{
    corrected: boolean;
  }>`update unit_version set name = ${version.name}, search_name = ${version.searchName},
      parent_unit_id = ${version.parentUnitId}, source_ref = ${version.sourceRef}
    where unit_id = ${version.unitId} and valid_to is null and valid_from >= ${version.validFrom} returning true as corrected`.execute(
    tx,
  );
  if (rows[0]) return;
  await sql`with closed as (
      update unit_version set valid_to = ${version.validFrom} where unit_id = ${version.unitId} and valid_to is null
      returning unit_id)
    insert into unit_version (unit_id, valid_from, code, name, search_name, parent_unit_id, source_ref)
    select ${version.unitId}, ${version.validFrom}, ${version.code}, ${version.name}, ${version.searchName}, ${version.parentUnitId},
      ${version.sourceRef} from closed`.execute(tx);
}
