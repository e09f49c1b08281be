import { resolve } from 'node:path';
import { checkFits, type Restored, refuseBackup, restoreBackup, verifyBackup } from '../platform/backup/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type KeyRing, readKeys } from '../platform/files/index.ts';
import { problemText } from '../platform/problem.ts';
import { describe } from './backup.ts';
import { openCluster, withSystem } from './database.ts';
import { type Check, examine } from './doctor.ts';
import { loadKeys } from './files.ts';
import { CommandError, EXIT, must, print, progress } from './output.ts';

/** `restore FILE`: everything that can be refused is refused before the first byte is written. */
export async function restoreCommand(file: string, options: { json?: boolean }): Promise<number> {
  const config = readConfig(process.env);
  progress('Đang kiểm tra bản sao lưu…');
  const backup = must(await verifyBackup(resolve(file)));
  for (const line of describe(backup.manifest)) progress(line);
  const keys = await keysFor(config, backup.manifest.keyIds);
  const unfit = await checkFits(backup, keys);
  if (unfit) throw new CommandError(problemText(unfit), EXIT.failed);
  await loadKeys(config, backup.manifest.keyIds[0] ?? null);
  progress('Đang khôi phục…');
  const cluster = await openCluster(config);
  try {
    const restored = must(await restoreBackup({ backup, ownerUrl: cluster.ownerUrl, dataDir: config.dataDir }));
    return report(options, restored, await withSystem(examine));
  } finally {
    await cluster.release();
  }
}

function report(options: { json?: boolean }, restored: Restored, checks: readonly Check[]): number {
  const clean = checks.every(({ ok }) => ok);
  print(options, { ...restored, clean, checks }, [
    `Đã khôi phục ${restored.tables} bảng, ${restored.rows} dòng, ${restored.files} tệp; số dòng và mã băm khớp với bản sao lưu.`,
    ...restored.upgraded.map((name) => `Đã nâng cấp dữ liệu: ${name}`),
    ...checks.map(({ ok, message }) => `${ok ? '✓' : '✗'} ${message}`),
    'Mọi người phải đăng nhập lại: phiên làm việc và mã dùng một lần không nằm trong bản sao lưu.',
  ]);
  return clean ? EXIT.ok : EXIT.findings;
}

/** The key must be there already: a new one could not open the data, and would only hide that the old one is lost. */
async function keysFor(config: Config, needed: readonly string[]): Promise<KeyRing> {
  const keys = await readKeys(config.keyFile, config.dataDir);
  if (keys) return must(keys);
  throw new CommandError(problemText(refuseBackup('key-missing', { ids: needed.join(', ') })), EXIT.failed);
}
