import type { FastifyInstance } from 'fastify';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { type BackupRun, recentRuns } from '../../../platform/backup/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { deskShell } from '../../shell.ts';
import { showWhen } from '../../when.ts';
import BackupsPage from './BackupsPage.svelte';
import type { BackupRow } from './backup-row.ts';
import { BACKUPS } from './paths.ts';
import { backupState } from './state-rules.ts';
import { KIND_TEXT, keepText, sizeText, timeText, tookText } from './text.ts';

/** `/desk/admin/sao-luu`: how the backups stand. Only facts: no backup is ever sent over the network from here. */
export function adminBackups(app: FastifyInstance, platform: Platform): void {
  const { config, database, clock } = platform;
  app.get(BACKUPS, { onRequest: needStaff(platform, 'operations.see') }, async (request, reply) => {
    const session = staffOf(request);
    const { runs, lastGood, since } = await recentRuns(database.db);
    const { backups } = config;
    return sendPage(platform, reply, {
      component: BackupsPage,
      props: {
        layout: deskShell(platform, request, session),
        state: backupState({ configured: backups !== null, lastGood, since }, clock.now()),
        lastGood: lastGood && showWhen(lastGood),
        plan: backups && { folder: backups.folder, at: timeText(backups.at), keep: keepText(backups.keep) },
        runs: runs.map(rowOf),
      },
      title: 'Sao lưu',
      lang: 'vi',
    });
  });
}

const rowOf = (run: BackupRun): BackupRow => ({
  key: run.runId,
  when: showWhen(run.startedAt),
  kind: KIND_TEXT[run.kind],
  ok: run.verified,
  file: run.path ?? '',
  size: run.sizeBytes === null ? '' : sizeText(run.sizeBytes),
  holds:
    run.rowCount === null
      ? ''
      : `${run.rowCount.toLocaleString('vi-VN')} dòng, ${(run.fileCount ?? 0).toLocaleString('vi-VN')} tệp`,
  took: tookText(run.finishedAt.getTime() - run.startedAt.getTime()),
  missing: run.missingFiles ?? 0,
  error: run.error,
});
