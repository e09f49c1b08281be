import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { record, takeBackup } from '../../../platform/backup/index.ts';
import { takeScheduled } from '../../../platform/backup/take.ts';
import { codeOf, must, temporaryFolder } from '../../../platform/backup/testing.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { atDesk, words } from '../../testing.ts';
import { ADMIN } from '../paths.ts';
import { backupsArea } from './area.ts';
import { BACKUPS } from './paths.ts';

const NOW = '2026-11-24T03:00:00Z';
const folder = temporaryFolder();
const web = await testWeb(NOW, { BACCAU_BACKUP_DIR: folder, BACCAU_BACKUP_KEEP: '2d' });
const { db, platform } = web;
const unitId = await seedUnitAndCatalogue(db);
const admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
const clock = fixedClock(NOW);
const source = { ownerUrl: web.ownerUrl, files: platform.files, clock };
const backups = platform.config.backups ?? { folder: '', at: 0, keep: { days: 1, weeks: 0, months: 0 } };
const page = async () => words((await admin.get(BACKUPS)).html);

it('is for those who keep the machine', async () => {
  expect((await officer.get(BACKUPS)).status).toBe(403);
  expect((await admin.get(BACKUPS)).status).toBe(200);
  expect((await admin.get(ADMIN)).html).toContain(BACKUPS);
});

it('takes the daily backup once a day, keeps two days, and writes down each', async () => {
  for (const day of [21, 22, 23, 24]) {
    clock.set(`2026-11-${day}T01:00:00Z`);
    expect(must((await takeScheduled(db, source, backups)) ?? { path: '' }).path).toContain(folder);
    clock.advance(600_000);
    expect(await takeScheduled(db, source, backups)).toBeNull();
  }
  expect(readdirSync(folder).sort()).toEqual(['baccau-20261123T010000Z.tar', 'baccau-20261124T010000Z.tar']);
  const text = await page();
  expect(text).toContain('Bản tốt gần nhất: 08:00, 24/11/2026');
  expect(text.match(/Đã kiểm tra/g)).toHaveLength(4);
  expect(text).toContain('Giữ bản mới nhất của 2 ngày gần đây');
});

it('says what went wrong, keeps the good ones, and tries again after an hour', async () => {
  clock.set('2026-11-25T01:00:00Z');
  const broken = { ...backups, folder: join(folder, 'baccau-20261124T010000Z.tar', 'x') };
  expect(codeOf(await takeScheduled(db, source, broken))).toBe('backup.no-folder');
  clock.advance(600_000);
  expect(await takeScheduled(db, source, backups)).toBeNull();
  clock.advance(3_600_000);
  expect(isRefusal(await takeScheduled(db, source, backups))).toBe(false);
  const text = await page();
  expect(text).toContain('Không thành');
  expect(text).toContain('Không ghi được vào thư mục');
});

it('shows one made by hand, in two statements with the session', async () => {
  const taken = await takeBackup(source, join(folder, 'tay.tar'));
  await record(db, 'manual', taken, must(taken));
  expect(await page()).toContain('Tự làm');
  const before = web.statements.count;
  await admin.get(BACKUPS);
  expect(web.statements.count - before).toBeLessThanOrEqual(3);
});

it('never gives a backup away', async () => {
  for (const path of [`${BACKUPS}/tay.tar`, '/tay.tar', '/backups/tay.tar', '/assets/..%2ftay.tar']) {
    expect((await admin.get(path)).status, path).toBe(404);
  }
  expect(existsSync(join(folder, 'tay.tar'))).toBe(true);
  expect((await admin.get(BACKUPS)).html).not.toMatch(/href="[^"]*\.tar/);
});

it('has its line in the checklist', async () => {
  const step = async (now: string, config = platform.config) =>
    backupsArea.setUp?.({ platform: { ...platform, config }, session: null as never, now: new Date(now), today: '' });
  expect(await step(NOW, { ...platform.config, backups: null })).toMatchObject({ state: 'later' });
  expect((await step('2026-11-25T05:00:00Z'))?.state).toBe('done');
});
