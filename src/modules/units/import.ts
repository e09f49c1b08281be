import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SourceLine } from '../../platform/read-lines.ts';
import { emptyReport, type ImportReport } from './model.ts';
import { readList } from './read-list.ts';
import { foldName, parseUnitRow, type UnitRow } from './rules.ts';
import { insertUnits, type NewVersion, type OpenVersion, openVersions, replaceVersion } from './store-import.ts';

export interface UnitImport {
  /** Lines of a CSV with the header `province_code,province_name,commune_code,commune_name`. */
  readonly lines: AsyncIterable<SourceLine>;
  /** Day from which these names hold, YYYY-MM-DD. */
  readonly effectiveFrom: string;
  readonly sourceRef: string;
}

const SHAPE = {
  columns: ['province_code', 'province_name', 'commune_code', 'commune_name'],
  parse: parseUnitRow,
  keyOf: (row: UnitRow) => row.communeCode,
};

/**
 * Takes the list of provinces and communes in force. Idempotent: the same list again changes nothing.
 * Units that the list no longer names stay as they are: ends and successors come with the old-to-new list.
 */
export async function importUnits(db: Db, input: UnitImport): Promise<ImportReport> {
  const report = emptyReport();
  const rows = await readList(input.lines, SHAPE, report);
  return transact(db, async (tx) => {
    const open = await openVersions(tx);
    const provinces = await importProvinces(tx, rows, open, input);
    const added: NewVersion[] = [];
    for (const row of rows) {
      const parentUnitId = provinces.get(row.provinceCode) ?? null;
      const version = newVersion('commune', row.communeCode, row.communeName, parentUnitId, input);
      const known = open.get(`commune:${row.communeCode}`);
      if (!known) {
        added.push(version);
        report.accepted += 1;
      } else if (known.name === version.name && known.parentUnitId === parentUnitId) {
        report.unchanged += 1;
      } else {
        await replaceVersion(tx, { ...version, unitId: known.unitId });
        report.updated += 1;
      }
    }
    await insertUnits(tx, added);
    return report;
  });
}

async function importProvinces(tx: Tx, rows: readonly UnitRow[], open: Map<string, OpenVersion>, input: UnitImport) {
  const ids = new Map<string, string>();
  const added: NewVersion[] = [];
  for (const [code, name] of new Map(rows.map((row) => [row.provinceCode, row.provinceName]))) {
    const known = open.get(`province:${code}`);
    const version = newVersion('province', code, name, null, input);
    if (!known) added.push(version);
    else if (known.name !== name) await replaceVersion(tx, { ...version, unitId: known.unitId });
    ids.set(code, known?.unitId ?? version.unitId);
  }
  await insertUnits(tx, added);
  return ids;
}

const newVersion = (
  kind: NewVersion['kind'],
  code: string,
  name: string,
  parentUnitId: string | null,
  { effectiveFrom, sourceRef }: UnitImport,
): NewVersion => ({
  unitId: newId(),
  kind,
  code,
  name,
  searchName: foldName(name),
  parentUnitId,
  validFrom: effectiveFrom,
  sourceRef,
});
