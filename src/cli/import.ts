import { access, constants } from 'node:fs/promises';
import { importProcedures } from '../modules/catalogue/index.ts';
import {
  historySeed,
  type ImportReport,
  importUnitHistory,
  importUnits,
  parseLocalDate,
  toLocal,
} from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readLines } from '../platform/read-lines.ts';
import { withSystem } from './database.ts';
import { CommandError, EXIT, print, progress } from './output.ts';

/** Problems shown without --json; all of them are in the JSON. */
const SHOWN = 20;

async function readable(path: string): Promise<string> {
  try {
    await access(path, constants.R_OK);
    return path;
  } catch {
    throw new CommandError(`Không đọc được tệp “${path}”. Hãy kiểm tra đường dẫn và quyền đọc.`);
  }
}

function report(result: ImportReport, options: { json?: boolean }): number {
  const { problems } = result;
  print(options, result, [
    ...problems.slice(0, SHOWN).map(({ line, message }) => `Dòng ${line}: ${message}`),
    ...(problems.length > SHOWN ? [`… và ${problems.length - SHOWN} ghi chú nữa (thêm --json để xem hết).`] : []),
    `Đã đọc ${result.read}: mới ${result.accepted}, cập nhật ${result.updated}, không đổi ${result.unchanged}, từ chối ${result.rejected}.`,
  ]);
  return result.rejected > 0 || (result.read === 0 && problems.length > 0) ? EXIT.findings : EXIT.ok;
}

export async function importUnitsCommand(
  path: string,
  options: { effective?: string; json?: boolean },
): Promise<number> {
  const effectiveFrom = effectiveDay(options.effective ?? '2025-07-01');
  await readable(path);
  return withSystem(async ({ database }) =>
    report(
      await importUnits(database.db, {
        lines: readLines(path),
        effectiveFrom,
        sourceRef: fileName(path),
      }),
      options,
    ),
  );
}

/** `import units-history`: what was before a change, and who took it over. */
export async function importHistoryCommand(
  path: string,
  options: { effective: string; json?: boolean },
): Promise<number> {
  const effective = effectiveDay(options.effective);
  await readable(path);
  return withSystem(async ({ database }) =>
    report(
      await importUnitHistory(database.db, {
        lines: readLines(path),
        effective,
        sourceRef: fileName(path),
        seed: historySeed(),
      }),
      options,
    ),
  );
}

function effectiveDay(text: string): string {
  const day = parseLocalDate(text);
  if (!day) throw new CommandError(`--effective “${text}” không phải là một ngày. Hãy ghi như 2025-07-01.`);
  return day;
}

const fileName = (path: string): string => path.split('/').at(-1) ?? path;

export async function importProceduresCommand(path: string, options: { json?: boolean }): Promise<number> {
  await readable(path);
  const now = systemClock.now();
  return withSystem(async ({ database }) =>
    report(
      await importProcedures(database.db, {
        lines: readLines(path),
        now,
        today: toLocal(now).date,
        onProgress: (read) => progress(`Đã đọc ${read} dòng…`),
      }),
      options,
    ),
  );
}
