import { expect, it } from 'vitest';
import type { DataFacts, JobState } from '../../../platform/jobs/index.ts';
import { jobRows } from './job-rules.ts';
import { backupRow, diskRow, keyRow, memoryRow, newsRow, versionRows } from './state-rules.ts';
import { spanText } from './text.ts';

const now = new Date('2026-11-24T03:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const GB = 1024 ** 3;
const facts: DataFacts = {
  oldestNews: null,
  stuckNews: 0,
  lastGoodBackup: null,
  since: ago(60),
  postgres: '17.5',
};
const idle: JobState = {
  name: 'clean-up',
  cron: '17 3 * * *',
  lastDone: null,
  lastFailed: null,
  failures: 0,
  runningSince: null,
  waitingSince: null,
};
const job = (changed: Partial<JobState>) => jobRows([{ ...idle, ...changed }], now)[0];

it('says of each job whether somebody has to look', () => {
  expect(jobRows(null, now)).toMatchObject([{ state: 'bad' }]);
  expect(job({})).toMatchObject({ state: 'fact', label: 'Dọn dữ liệu hết hạn mỗi đêm' });
  expect(job({ cron: null })).toMatchObject({ state: 'fact', now: 'Đang tắt.' });
  expect(job({ lastDone: ago(60) })).toMatchObject({ state: 'good', now: 'Chạy xong lúc 09:00, 24/11/2026.' });
  expect(job({ lastDone: ago(27 * 60) })?.state).toBe('warn');
  expect(job({ cron: '*/10 * * * *', lastDone: ago(90) })?.state).toBe('warn');
  expect(job({ lastDone: ago(60), lastFailed: ago(10) })?.state).toBe('bad');
  expect(job({ lastDone: ago(10), lastFailed: ago(60), failures: 2 })).toMatchObject({
    state: 'good',
    now: expect.stringContaining('có 2 lần không thành'),
  });
  expect(job({ lastDone: ago(60), waitingSince: ago(11) })?.state).toBe('bad');
  expect(job({ lastDone: ago(60), waitingSince: ago(2) })?.state).toBe('good');
});

it('measures news, backups and keys', () => {
  const news = (changed: Partial<DataFacts>) => newsRow({ ...facts, ...changed }, now).state;
  expect([news({}), news({ oldestNews: ago(2) }), news({ oldestNews: ago(20) })]).toEqual(['good', 'warn', 'bad']);
  expect(news({ stuckNews: 1 })).toBe('bad');
  const backup = (lastGoodBackup: Date | null, since: Date, on = true) =>
    backupRow({ ...facts, lastGoodBackup, since }, on, now).state;
  expect(backup(ago(60), ago(9_000))).toBe('good');
  expect(backup(null, ago(60))).toBe('warn');
  expect(backup(ago(3_000), ago(9_000))).toBe('bad');
  expect(backup(ago(60), ago(9_000), false)).toBe('bad');
  expect([keyRow(1).state, keyRow(2).state]).toEqual(['good', 'warn']);
});

it('measures the machine', () => {
  const disk = (free: number, total: number) => diskRow({ free: free * GB, total: total * GB }).state;
  expect([disk(50, 100), disk(8, 100), disk(4, 10), disk(0.5, 100)]).toEqual(['good', 'warn', 'warn', 'bad']);
  expect(diskRow(null).state).toBe('warn');
  const memory = (free: number) => memoryRow({ free: free * GB, total: 100 * GB, ours: GB }).state;
  expect([memory(50), memory(8), memory(2)]).toEqual(['good', 'warn', 'bad']);
  expect([spanText(5), spanText(200), spanText(97_200)]).toEqual(['5 giây', '3 phút', '1 ngày 3 giờ']);
  const at = { program: { version: '0.1.0', commit: 'abc' }, node: '24.1.0', postgres: '17.5', uptime: 61 };
  expect(versionRows(at).map((row) => row.now)).toEqual(['1 phút', '0.1.0 (abc)', '24.1.0', '17.5']);
});
