import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';
import type { UnitRelation } from './history-model.ts';

/** The last version of a unit before the day of the change, and the relations that it has on that day. */
export interface EndedVersion {
  readonly unitId: string;
  readonly key: string;
  readonly validFrom: string;
  readonly name: string;
  readonly parentUnitId: string | null;
  readonly relations: readonly { toUnitId: string; relation: string; legalDocument: string }[];
}

export interface VersionAfter {
  readonly unitId: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly parentCode: string | null;
}

/** Keeps a second import out until the commit. */
export async function lockHistory(tx: Tx): Promise<void> {
  await sql`lock table unit_version, unit_relation in share row exclusive mode`.execute(tx);
}

/** Provinces and communes in force on the day of the change. */
export async function versionsAfter(tx: Tx, day: string): Promise<VersionAfter[]> {
  const { rows } = await sql<VersionAfter>`
    select u.unit_id as "unitId", u.kind, v.code, v.name, v.valid_from as "validFrom", p.code as "parentCode"
    from unit u
      join unit_version v on v.unit_id = u.unit_id and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})
      left join unit_version p on p.unit_id = v.parent_unit_id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`.execute(
    tx,
  );
  return rows;
}

/** What an earlier import left for that day, by `kind:code`. */
export async function endedVersions(tx: Tx, day: string): Promise<Map<string, EndedVersion>> {
  const { rows } = await sql<EndedVersion>`
    select v.unit_id as "unitId", u.kind || ':' || v.code as key, v.valid_from as "validFrom", v.name,
      v.parent_unit_id as "parentUnitId", coalesce(r.relations, '[]') as relations
    from unit_version v join unit u on u.unit_id = v.unit_id
      left join (select from_unit_id, jsonb_agg(jsonb_build_object('toUnitId', to_unit_id, 'relation', relation,
          'legalDocument', legal_document)) as relations
        from unit_relation where effective_on = ${day} group by from_unit_id) r on r.from_unit_id = v.unit_id
    where v.valid_to = ${day}`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}

export interface OldVersion {
  readonly unitId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly code: string;
  readonly name: string;
  readonly searchName: string;
  readonly parentUnitId: string | null;
  readonly isStartAssumed: boolean;
  readonly isNameProvisional: boolean;
  readonly sourceRef: string;
}

export interface HistoryRows {
  readonly units: readonly { readonly unitId: string; readonly kind: string }[];
  readonly versions: readonly OldVersion[];
  readonly relations: readonly (UnitRelation & { readonly sourceRef: string })[];
}

/** Inserts everything in three statements. */
export async function insertHistory(tx: Tx, { units, versions, relations }: HistoryRows): Promise<void> {
  if (units.length > 0) {
    await sql`insert into unit (unit_id, kind)
      select "unitId", kind from jsonb_to_recordset(${json(units)}) as t("unitId" text, kind text)`.execute(tx);
  }
  if (versions.length > 0) {
    await sql`insert into unit_version (unit_id, valid_from, valid_to, code, name, search_name, parent_unit_id,
        is_start_assumed, is_name_provisional, source_ref)
      select "unitId", "validFrom", "validTo", code, name, "searchName", "parentUnitId", "isStartAssumed",
        "isNameProvisional", "sourceRef"
      from jsonb_to_recordset(${json(versions)}) as t("unitId" text, "validFrom" date, "validTo" date, code text,
        name text, "searchName" text, "parentUnitId" text, "isStartAssumed" boolean, "isNameProvisional" boolean,
        "sourceRef" text)`.execute(tx);
  }
  if (relations.length > 0) {
    await sql`insert into unit_relation (from_unit_id, to_unit_id, effective_on, relation, legal_document, source_ref)
      select "fromUnitId", "toUnitId", "effectiveOn", relation, "legalDocument", "sourceRef"
      from jsonb_to_recordset(${json(relations)}) as t("fromUnitId" text, "toUnitId" text, "effectiveOn" date,
        relation text, "legalDocument" text, "sourceRef" text)`.execute(tx);
  }
}

/** A corrected list: the version takes the name and place that the list gives now. */
export async function correctVersion(
  tx: Tx,
  version: Pick<OldVersion, 'unitId' | 'validFrom' | 'name' | 'searchName' | 'parentUnitId' | 'sourceRef'>,
): Promise<void> {
  await sql`update unit_version set name = ${version.name}, search_name = ${version.searchName},
      parent_unit_id = ${version.parentUnitId}, source_ref = ${version.sourceRef}, 
      is_name_provisional = is_name_provisional and name = ${version.name}
    where unit_id = ${version.unitId} and valid_from = ${version.validFrom}`.execute(tx);
}

/** Takes the relations of a unit on that day away, before the corrected ones are put in. */
export async function removeRelations(tx: Tx, fromUnitId: string, day: string): Promise<void> {
  await sql`delete from unit_relation where from_unit_id = ${fromUnitId} and effective_on = ${day}`.execute(tx);
}
