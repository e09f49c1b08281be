import { resolve } from 'node:path';
import {
  installationKeyId,
  isRecorded,
  type Manifest,
  record,
  type Taken,
  takeBackup,
  verifyBackup,
} from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDb } from '../platform/db/index.ts';
import { openStore } from '../platform/files/index.ts';
import { openCluster } from './database.ts';
import { loadKeys } from './files.ts';
import { CommandError, EXIT, must, print } from './output.ts';
import { megabytes } from './upgrade.ts';

/** `backup FILE`: saves the data as they are, also data of an older version: nothing is upgraded first. */
export async function backupCommand(file: string | undefined, options: { json?: boolean }): Promise<number> {
  if (!file) throw new CommandError('Hãy cho biết tệp sẽ tạo, ví dụ: baccau backup /mnt/sao-luu/hom-nay.tar');
  const config = readConfig(process.env);
  const cluster = await openCluster(config);
  try {
    const keys = await loadKeys(config, await installationKeyId(cluster.ownerUrl));
    const source = { ownerUrl: cluster.ownerUrl, files: openStore(config.dataDir, keys), clock: systemClock };
    const taken = must(await takeBackup(source, resolve(file)));
    await remember(cluster.ownerUrl, taken);
    const { missing, ...facts } = taken;
    print(options, { ...facts, missing }, [
      `Đã sao lưu vào ${taken.path}: ${taken.rows} dòng dữ liệu, ${taken.fileCount} tệp, ${megabytes(taken.sizeBytes)}.`,
      `SHA-256: ${taken.sha256}`,
      ...missing.map((id) => `Thiếu tệp ${id} trên đĩa: dữ liệu có nhắc tới nhưng không tìm thấy.`),
      'Bản sao lưu chứa dữ liệu cá nhân; tệp khoá không nằm trong đó, hãy cất riêng.',
    ]);
    return missing.length === 0 ? EXIT.ok : EXIT.findings;
  } finally {
    await cluster.release();
  }
}

async function remember(url: string, taken: Taken): Promise<void> {
  const database = openDb({ url, role: null, max: 1 });
  try {
    if (await isRecorded(database.db)) await record(database.db, 'manual', taken, taken);
  } finally {
    await database.close();
  }
}

/** `backup verify FILE`: needs neither database nor key. */
export async function verifyCommand(file: string, options: { json?: boolean }): Promise<number> {
  const { manifest, sums, path } = must(await verifyBackup(resolve(file)));
  const { tables, ...rest } = manifest;
  print(options, { path, intact: true, members: sums.size, ...rest, tables }, [
    `Bản sao lưu nguyên vẹn: ${sums.size} thành phần khớp mã băm.`,
    ...describe(manifest),
  ]);
  return EXIT.ok;
}

export const describe = ({ createdAt, migrations, postgres, tables, files, keyIds }: Manifest): string[] => [
  `Tạo lúc ${createdAt}, dữ liệu ở bản ${migrations.length} (${migrations.at(-1)?.name ?? 'trống'}), PostgreSQL ${postgres}.`,
  `${tables.length} bảng, ${tables.reduce((sum, { rows }) => sum + rows, 0)} dòng, ${files.count} tệp (${megabytes(files.bytes)}).`,
  `Cần khoá mã số ${keyIds.join(', ') || '(không cần)'}.`,
];
