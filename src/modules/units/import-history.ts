import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SourceLine } from '../../platform/read-lines.ts';
import type { HistorySeed } from './history-model.ts';
import { planHistory } from './history-plan.ts';
import { type HistoryRow, parseHistoryRow } from './history-rules.ts';
import { historyChanges } from './history-writes.ts';
import { emptyReport, type ImportReport } from './model.ts';
import { readList } from './read-list.ts';
import {
  correctVersion,
  endedVersions,
  insertHistory,
  lockHistory,
  removeRelations,
  type VersionAfter,
  versionsAfter,
} from './store-history.ts';

export interface HistoryImport {
  /** Lines of a CSV with the header of `SHAPE`; the codes of successors are separated by `;`. */
  readonly lines: AsyncIterable<SourceLine>;
  /** Day of the change, YYYY-MM-DD: old units end, successors stand in. */
  readonly effective: string;
  readonly sourceRef: string;
  readonly seed: HistorySeed;
}

const SHAPE = {
  columns: [
    'old_province_code',
    'old_province_name',
    'old_district_code',
    'old_commune_code',
    'old_commune_name',
    'new_commune_codes',
  ],
  parse: parseHistoryRow,
  keyOf: ({ code }: { code: string }) => code,
};

/**
 * Takes the list old → new: the units before a change, valid until that day, and who took them over. The units in force
 * after it must be there. A successor that cannot be believed is left out and reported by line; its row is taken.
 * Idempotent: the same list again changes nothing; a corrected one updates what differs.
 */
export async function importUnitHistory(db: Db, input: HistoryImport): Promise<ImportReport> {
  const report = emptyReport();
  const rows = await readList<HistoryRow>(input.lines, SHAPE, report);
  if (rows.length === 0) return report;
  return transact(db, async (tx) => {
    await lockHistory(tx);
    const after = await versionsAfter(tx, input.effective);
    const communes = communesAfter(after);
    const obstacle = obstacleTo(input, communes.size);
    if (obstacle) return { ...emptyReport(), problems: [{ line: 1, ...obstacle }] };
    const plan = planHistory(
      rows,
      { communes, provinces: new Map(after.flatMap((one) => (one.kind === 'province' ? [[one.code, one]] : []))) },
      { districts: input.seed.districts, documents: documentsOf(input) },
    );
    const changes = historyChanges(plan.units, {
      ended: await endedVersions(tx, input.effective),
      startedEarlier: new Map(after.map(({ unitId, validFrom }) => [unitId, validFrom < input.effective])),
      effective: input.effective,
      start: input.seed.assumedStart.date,
      sourceRef: input.sourceRef,
      newId,
    });
    for (const unitId of changes.relinked) await removeRelations(tx, unitId, input.effective);
    await insertHistory(tx, changes);
    for (const version of changes.corrections) await correctVersion(tx, version);
    for (const { line, outcome } of changes.outcomes) if (line !== null) report[outcome] += 1;
    report.problems.push(...plan.problems, ...changes.problems);
    report.problems.sort((a, b) => a.line - b.line);
    return report;
  });
}

const communesAfter = (after: readonly VersionAfter[]) =>
  new Map(
    after.flatMap(({ kind, code, name, unitId, parentCode }) =>
      kind === 'commune' ? [[code, { unitId, name, provinceCode: parentCode ?? '' }] as const] : [],
    ),
  );

function obstacleTo({ effective, seed }: HistoryImport, communes: number): { code: string; message: string } | null {
  if (communes === 0) {
    return {
      code: 'no-units-in-force',
      message: `Chưa có xã nào có hiệu lực vào ngày ${effective}. Hãy chạy “baccau import units” trước, hoặc xem lại --effective.`,
    };
  }
  if (effective <= seed.assumedStart.date) {
    return {
      code: 'before-assumed-start',
      message: `Ngày ${effective} không sau ngày bắt đầu giả định ${seed.assumedStart.date} (db/seed/units/history.json).`,
    };
  }
  return null;
}

/** The seed's documents are those of its own day; another change is known by its list. */
function documentsOf({ effective, sourceRef, seed }: HistoryImport): HistorySeed['legalDocuments'] {
  if (effective === seed.effective) return seed.legalDocuments;
  return { province: { text: sourceRef }, commune: {}, otherCommunes: { text: sourceRef } };
}
