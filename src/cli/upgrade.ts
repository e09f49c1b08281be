import { join } from 'node:path';
import { installationKeyId, refuseBackup, type Taken, takeBeforeUpgrade } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { plannedUpgrade } from '../platform/db/index.ts';
import { openStore } from '../platform/files/index.ts';
import { problemText } from '../platform/problem.ts';
import { loadKeys } from './files.ts';
import { CommandError, EXIT, must, progress } from './output.ts';

/**
 * Saves data that are about to be upgraded; migrations only go forward, so this file is the only way back.
 * The embedded database's go beside it when no folder was named; a server's data are not put onto this machine's disk
 * unasked: there the upgrade stops with a sentence.
 */
export async function saveBeforeUpgrade(config: Config, ownerUrl: string): Promise<Taken | null> {
  const planned = await plannedUpgrade(ownerUrl);
  if (!planned) return null;
  const folder = config.backups?.folder ?? (config.databaseUrl ? null : join(config.dataDir, 'backups'));
  if (!folder) throw new CommandError(problemText(refuseBackup('no-place', planned)), EXIT.failed);
  progress(`Dữ liệu đang ở bản ${planned.from}, chương trình cần bản ${planned.to}. Đang sao lưu trước khi nâng cấp…`);
  const keys = await loadKeys(config, await installationKeyId(ownerUrl));
  const source = { ownerUrl, files: openStore(config.dataDir, keys), clock: systemClock };
  const taken = must(await takeBeforeUpgrade(source, { folder, level: planned.from }));
  progress(`Đã sao lưu vào ${taken.path} (${megabytes(taken.sizeBytes)}).`);
  return taken;
}

export const megabytes = (bytes: number): string =>
  `${(bytes / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
