import { expect, test } from 'vitest';
import { type HoursForm, readBlocks, readHours, readUnitDay } from './hours-form.ts';
import { localDate } from './local-date.ts';
import { loadCalendar } from './test-data.ts';

const TODAY = localDate('2026-11-24');
const BOTH = '7:30-11:30, 13:00-17:00';

test('hours are read as people write them', () => {
  const both = [
    ['07:30', '11:30'],
    ['13:00', '17:00'],
  ];
  for (const text of [BOTH, '7h30-11h30; 13h-17h', '07:30 – 11:30 và 13g00 đến 17g00', '7.30-11.30,13-17'])
    expect(readBlocks(text), text).toEqual(both);
  expect(readBlocks('  ')).toEqual([]);
  for (const text of ['sáng', '7:30', '7:30-', '7:30-11:30 13:00-17:00']) expect(readBlocks(text), text).toBeNull();
});

test('a week is read with its weekly days off; what is wrong is told at its day', () => {
  const form: HoursForm = {
    from: '01/12/2026',
    days: ['', BOTH, BOTH, BOTH, BOTH, BOTH, '8-11'],
    source: 'Thông báo 12',
  };
  const { hours, faults } = readHours(form, TODAY);
  expect(faults).toEqual([]);
  expect(hours).toMatchObject({ effective_from: '2026-12-01', weekend: [0], blocks: { 6: [['08:00', '11:00']] } });
  const names = (change: Partial<HoursForm>) => readHours({ ...form, ...change }, TODAY).faults.map(({ name }) => name);
  expect(names({ from: '23/11/2026' })).toEqual(['from']);
  expect(names({ from: 'mai' })).toEqual(['from']);
  expect(names({ source: '' })).toEqual(['source']);
  expect(names({ days: ['', '17-7', 'x', BOTH, BOTH, BOTH, '7-9, 8-10'] })).toEqual(['day-1', 'day-2', 'day-6']);
  expect(names({ days: Array(7).fill('') })).toEqual(['day-1']);
});

test('extra reception lies on a day off, a closing on a working day', () => {
  const calendar = loadCalendar();
  const form = {
    day: '12/12/2026',
    kind: 'extra-reception',
    name: 'Ngày thứ bảy thân thiện',
    hours: '7:30-11:00',
    source: '',
  };
  const read = (change: Partial<typeof form>) => readUnitDay({ ...form, ...change }, calendar, TODAY);
  expect(read({}).day).toMatchObject({ day: '2026-12-12', kind: 'extra-reception', blocks: [['07:30', '11:00']] });
  const names = (change: Partial<typeof form>) => read(change).faults.map(({ name }) => name);
  expect(names({ day: '14/12/2026' })).toEqual(['day']);
  expect(names({ day: '21/11/2026' })).toEqual(['day']);
  expect(names({ hours: '' })).toEqual(['hours']);
  expect(names({ hours: '11:00-7:30' })).toEqual(['hours']);
  expect(names({ kind: 'party' })).toEqual(['kind']);
  const closing = {
    kind: 'unit-closing',
    name: 'Dời trụ sở',
    hours: '',
    source: 'Thông báo 15/TB-UBND ngày 20/11/2026',
  };
  expect(read({ ...closing, day: '14/12/2026' }).day).toMatchObject({ kind: 'unit-closing', blocks: [] });
  expect(names({ ...closing, source: '' })).toEqual(['day', 'source']);
  expect(names({ ...closing, day: '14/12/2026', name: ' ' })).toEqual(['name']);
});
