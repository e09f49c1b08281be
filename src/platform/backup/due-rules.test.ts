import { expect, it } from 'vitest';
import { backupDue, backupLate, lastSlot, parseTimeOfDay } from './due-rules.ts';

const ONE = 60;
const at = (text: string) => new Date(`${text}+07:00`);

it('knows the last moment at which a backup was to begin', () => {
  expect(lastSlot(at('2026-11-24T01:00:00'), ONE)).toEqual(at('2026-11-24T01:00:00'));
  expect(lastSlot(at('2026-11-24T00:59:59'), ONE)).toEqual(at('2026-11-23T01:00:00'));
  expect(lastSlot(at('2026-11-24T23:59:00'), ONE)).toEqual(at('2026-11-24T01:00:00'));
  expect(lastSlot(at('2026-11-24T06:59:00'), 23 * 60)).toEqual(at('2026-11-23T23:00:00'));
});

it('is due once a day, from its hour on', () => {
  const past = (text: string) => ({ lastGood: at(text), lastTry: at(text) });
  expect(backupDue(at('2026-11-24T00:50:00'), ONE, past('2026-11-23T01:00:30'))).toBe(false);
  expect(backupDue(at('2026-11-24T01:00:00'), ONE, past('2026-11-23T01:00:30'))).toBe(true);
  expect(backupDue(at('2026-11-24T01:10:00'), ONE, past('2026-11-24T01:00:30'))).toBe(false);
});

it('makes up for a night in which the machine was off', () => {
  const friday = at('2026-11-20T01:00:00');
  expect(backupDue(at('2026-11-23T07:31:00'), ONE, { lastGood: friday, lastTry: friday })).toBe(true);
  expect(backupDue(at('2026-11-23T07:31:00'), ONE, { lastGood: null, lastTry: null })).toBe(true);
});

it('tries again after a failure, not at every look', () => {
  const failed = { lastGood: at('2026-11-23T01:00:00'), lastTry: at('2026-11-24T01:00:00') };
  expect(backupDue(at('2026-11-24T01:50:00'), ONE, failed)).toBe(false);
  expect(backupDue(at('2026-11-24T02:00:00'), ONE, failed)).toBe(true);
});

it('is late after a day and two hours', () => {
  expect(backupLate(at('2026-11-25T02:59:00'), at('2026-11-24T01:00:00'))).toBe(false);
  expect(backupLate(at('2026-11-25T03:00:01'), at('2026-11-24T01:00:00'))).toBe(true);
});

it('reads a time of day', () => {
  expect([parseTimeOfDay('01:00'), parseTimeOfDay('23:59'), parseTimeOfDay('7:30')]).toEqual([60, 1439, 450]);
  for (const wrong of ['24:00', '1', '01:60', '', '1:0']) expect(parseTimeOfDay(wrong), wrong).toBeNull();
});
