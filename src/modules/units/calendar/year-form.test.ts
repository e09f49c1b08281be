import { expect, test } from 'vitest';
import { loadHolidayData } from './test-data.ts';
import { decisionChanges, decisionsAfter } from './year-change.ts';
import { formOfYear, readYear, type YearForm } from './year-form.ts';

const data = loadHolidayData();
const NUMBER = 'Văn bản 100/VPCP-KGVX ngày 05/11/2026';
const empty: YearForm = { tetFrom: '', tetTo: '', adjacent: '', swaps: [], makeUps: [], source: NUMBER, all: false };
const faults = (form: Partial<YearForm>) => readYear(2027, { ...empty, ...form }, data).faults.map(({ name }) => name);

test('the form of a year reads back as what holds', () => {
  for (const year of [2023, 2024, 2025, 2026]) {
    const form = { ...formOfYear(year, data.decisions), source: NUMBER };
    const read = readYear(year, form, data);
    expect(read.faults).toEqual([]);
    const about = { source: NUMBER, all: false, today: '2026-11-24' };
    expect(decisionChanges(data.decisions, year, read.decided, about)).toEqual([]);
    expect(decisionChanges(data.decisions, year, read.decided, { ...about, all: true })).toHaveLength(
      read.decided.length,
    );
  }
});

test('what a decision cannot be is told at its field', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ tetFrom: '04/02/2027' })).toEqual(['tet-to']);
  expect(faults({ tetFrom: '04/02/2027', tetTo: '09/02/2027' })).toEqual(['tet-to']);
  expect(faults({ tetFrom: '08/02/2027', tetTo: '12/02/2027' })).toEqual(['tet-from']);
  expect(faults({ adjacent: '04/09/2027' })).toEqual(['adjacent']);
  expect(faults({ adjacent: '31/02/2027' })).toEqual(['adjacent']);
  expect(faults({ swaps: [{ off: '30/04/2027', work: '24/04/2027' }] })).toEqual(['swap-1-off']);
  expect(faults({ swaps: [{ off: '29/04/2027', work: '26/04/2027' }] })).toEqual(['swap-1-work']);
  expect(faults({ swaps: [{ off: '31/12/2026', work: '26/12/2026' }] })).toEqual(['swap-1-off']);
  const twice = { off: '29/04/2027', work: '24/04/2027' };
  expect(faults({ swaps: [twice, twice] })).toEqual(['swap-2-off']);
  expect(faults({ makeUps: [{ for: '30/04/2027', date: '03/05/2027' }] })).toEqual(['makeup-1-for']);
  expect(faults({ makeUps: [{ for: '01/05/2027', date: '02/05/2027' }] })).toEqual(['makeup-1-date']);
  expect(faults({ makeUps: [{ for: '01/05/2027', date: '04/05/2027' }] })).toEqual([]);
  expect(faults({ source: 'chưa có' })).toEqual(['source']);
});

test('only what differs is recorded; what is emptied is withdrawn, and the decisions after say so', () => {
  const form = { ...formOfYear(2026, data.decisions), source: NUMBER };
  const read = readYear(2026, { ...form, swaps: [{ off: '02/01/2026', work: '17/01/2026' }] }, data);
  const changes = decisionChanges(data.decisions, 2026, read.decided, {
    source: NUMBER,
    all: false,
    today: '2026-11-24',
  });
  expect(changes.map(({ topic, withdrawn }) => [topic, withdrawn])).toEqual([
    ['swap:2026-01-02', false],
    ['swap:2026-08-31', true],
  ]);
  const after = decisionsAfter(data.decisions, changes).filter(({ kind }) => kind === 'swap');
  expect(after).toContainEqual(
    expect.objectContaining({ off: '2026-01-02', work: '2026-01-17', source_ref: NUMBER, sure: 'V' }),
  );
  expect(after).not.toContainEqual(expect.objectContaining({ off: '2026-08-31' }));
});
