import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { emptyReport, type ImportReport } from '../units/index.ts';
import { type PortalProcedure, parseSourceLine, type SourceLine } from './portal-import/index.ts';
import { lockCatalogue, type NewRevision, raiseVersion, upsertRevisions } from './store-write.ts';

const BATCH = 200;

export interface ProcedureImport {
  readonly lines: AsyncIterable<SourceLine>;
  readonly now: Date;
  /** Local day of the import: the portal does not say since when its text holds. */
  readonly today: string;
  readonly onProgress?: (read: number) => void;
}

/**
 * Takes the national portal's procedures, line by line. Only a line that is no JSON object or lacks a valid code or
 * a name is rejected; everything else is accepted with its problems listed. Idempotent; our guides stay untouched.
 * A code that occurs again in the file is the newer statement of the same procedure.
 */
export async function importProcedures(db: Db, input: ProcedureImport): Promise<ImportReport> {
  const report = emptyReport();
  let batch = new Map<string, NewRevision>();
  const flush = async () => {
    await commitBatch(db, [...batch.values()], report, input.now);
    batch = new Map();
    input.onProgress?.(report.read);
  };
  for await (const line of input.lines) {
    report.read += 1;
    const parsed = parseSourceLine(line);
    if ('rejected' in parsed) {
      report.rejected += 1;
      report.problems.push({ line: line.number, ...parsed.rejected });
      continue;
    }
    const { accepted, problems } = parsed;
    report.problems.push(...problems.map(({ code, message }) => ({ line: line.number, code, message })));
    if (batch.has(accepted.code)) await flush();
    batch.set(accepted.code, revisionOf(accepted, problems, input.today));
    if (batch.size >= BATCH) await flush();
  }
  await flush();
  return report;
}

const revisionOf = (procedure: PortalProcedure, problems: readonly unknown[], today: string): NewRevision => ({
  revisionId: newId(),
  code: procedure.code,
  source: 'portal',
  name: procedure.name,
  field: procedure.field ?? '',
  levels: procedure.levels,
  content: procedure,
  contentHash: procedure.contentHash,
  problems,
  effectiveFrom: today,
});

async function commitBatch(db: Db, batch: readonly NewRevision[], report: ImportReport, now: Date): Promise<void> {
  if (batch.length === 0) return;
  const outcomes = await transact(db, async (tx) => {
    await lockCatalogue(tx);
    const result = await upsertRevisions(tx, batch, now);
    if ([...result.values()].some((outcome) => outcome !== 'unchanged')) await raiseVersion(tx);
    return result;
  });
  for (const outcome of outcomes.values()) report[outcome] += 1;
}
