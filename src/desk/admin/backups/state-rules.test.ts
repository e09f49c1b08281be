import { expect, it } from 'vitest';
import { backupState } from './state-rules.ts';
import { keepText, sizeText, timeText, tookText } from './text.ts';

const since = new Date('2026-11-01T00:00:00Z');
const now = new Date('2026-11-24T00:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

it('says how backups stand', () => {
  const state = (lastGood: Date | null, from = since) => backupState({ configured: true, lastGood, since: from }, now);
  expect(backupState({ configured: false, lastGood: hoursAgo(1), since }, now)).toBe('off');
  expect(state(hoursAgo(20))).toBe('good');
  expect(state(hoursAgo(40))).toBe('late');
  expect(state(null)).toBe('late');
  // Fresh from a set-up, a restore or an upgrade: a first one is awaited for a day.
  expect(state(null, hoursAgo(3))).toBe('waiting');
  expect(state(hoursAgo(40), hoursAgo(3))).toBe('good');
});

it('speaks of times, sizes and rotation', () => {
  expect([timeText(60), timeText(1439)]).toEqual(['01:00', '23:59']);
  expect(keepText({ days: 7, weeks: 0, months: 12 })).toBe('bản mới nhất của 7 ngày, 12 tháng gần đây');
  expect([sizeText(100), sizeText(204_800), sizeText(5_242_880)]).toEqual(['1 KB', '200 KB', '5 MB']);
  expect([tookText(10), tookText(61_000), tookText(600_000)]).toEqual(['1 giây', '61 giây', '10 phút']);
});
