import { parse } from 'csv-parse/sync';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SourceLine } from '../../platform/read-lines.ts';
import { emptyReport, type ImportReport } from './model.ts';
import { foldName, parseUnitRow, type UnitRow } from './rules.ts';
import { insertUnits, type NewVersion, type OpenVersion, openVersions, replaceVersion } from './store-import.ts';

export interface UnitImport {
  /** Lines of a CSV with the header `province_code,province_name,commune_code,commune_name`. */
  readonly lines: AsyncIterable<SourceLine>;
  /** Day from which these names hold, YYYY-MM-DD. */
  readonly effectiveFrom: string;
  readonly sourceRef: string;
}

const COLUMNS = ['province_code', 'province_name', 'commune_code', 'commune_name'];

/**
 * Takes the list of provinces and communes in force. Idempotent: the same list again changes nothing.
 * Units that the list no longer names stay as they are: ends and successors come with the old-to-new list.
 */
export async function importUnits(db: Db, input: UnitImport): Promise<ImportReport> {
  const report = emptyReport();
  const rows = await readRows(input.lines, report);
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

async function readRows(lines: AsyncIterable<SourceLine>, report: ImportReport): Promise<UnitRow[]> {
  const rows: UnitRow[] = [];
  const seen = new Set<string>();
  let header: string[] | null = null;
  for await (const line of lines) {
    const cells = cellsOf(line);
    if (!header) {
      header = cells ?? [];
      const missing = COLUMNS.filter((column) => !header?.includes(column));
      if (missing.length === 0) continue;
      report.problems.push({
        line: line.number,
        code: 'missing-columns',
        message: `Dòng đầu phải có các cột: ${missing.join(', ')}.`,
      });
      return [];
    }
    report.read += 1;
    const row = cells
      ? parseUnitRow(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
      : { code: 'unreadable', message: 'Dòng này không đọc được. Hãy lưu lại tệp dạng CSV, mã UTF-8.' };
    const problem =
      'code' in row
        ? row
        : seen.has(row.communeCode)
          ? { code: 'duplicate', message: `Mã xã ${row.communeCode} lặp lại trong tệp.` }
          : null;
    if (problem) {
      report.rejected += 1;
      report.problems.push({ line: line.number, ...problem });
    } else if (!('code' in row)) {
      seen.add(row.communeCode);
      rows.push(row);
    }
  }
  return rows;
}

function cellsOf(line: SourceLine): string[] | null {
  if (line.fault) return null;
  try {
    return (parse(line.text, { relax_column_count: true, bom: true }) as string[][])[0] ?? null;
  } catch {
    return null;
  }
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
