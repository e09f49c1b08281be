import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionKind, State } from './model.ts';
import {
  formatDossierCode,
  isOverdue,
  maskName,
  normaliseSecret,
  parseDossierCode,
  staffActs,
  stateAfter,
} from './rules.ts';

const ACTS: ActionKind[] = [
  'submit',
  'receive',
  'refuse',
  'request-supplement',
  'supplement',
  'process',
  'finish',
  'hand-over',
];
const ALL: State[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('transitions', () => {
  it('allows exactly those of the table', () => {
    const allowed = ALL.flatMap((state) =>
      ACTS.map((act) => [state, act, stateAfter(state, act, true)] as const),
    ).filter(([, , to]) => to);
    expect(allowed).toEqual([
      [1, 'receive', 2],
      [1, 'refuse', 3],
      [1, 'request-supplement', 5],
      [2, 'process', 4],
      [4, 'request-supplement', 5],
      [4, 'finish', 9],
      [5, 'supplement', 4],
      [9, 'hand-over', 10],
    ]);
  });

  it('sends a supplement back to "new" when the dossier was never received', () => {
    expect(stateAfter(5, 'supplement', false)).toBe(1);
  });

  it('offers staff nothing in final states or while waiting for the citizen', () => {
    expect([3, 5, 10].flatMap((state) => staffActs(state as State))).toEqual([]);
  });
});

describe('dossier code', () => {
  it('is unit, local date and four digits', () => {
    expect(formatDossierCode('H29.25.771', '2026-11-24', 7)).toBe('H29.25.771-261124-0007');
    expect(parseDossierCode(' h29.25.771–261124-0007 ')).toEqual({
      identifier: 'H29.25.771',
      code: 'H29.25.771-261124-0007',
      day: '2026-11-24',
    });
    expect(parseDossierCode('000.00.15.H09-180501-0001')?.identifier).toBe('000.00.15.H09');
    expect(parseDossierCode('H29')).toBeNull();
  });

  it('round-trips', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 999 }), (number, part) => {
        const code = formatDossierCode(`T79.${part}`, '2026-01-31', number);
        expect(parseDossierCode(code)).toEqual({ identifier: `T79.${part}`, code, day: '2026-01-31' });
      }),
    );
  });
});

it('is overdue only while the office works on it', () => {
  const due = new Date('2026-11-24T10:00:00Z');
  const after = new Date('2026-11-24T10:00:01Z');
  expect(ALL.filter((state) => isOverdue(state, due, after))).toEqual([2, 4]);
  expect(isOverdue(4, due, due)).toBe(false);
  expect(isOverdue(4, null, after)).toBe(false);
});

it('masks a name down to the given one', () => {
  expect(['Nguyễn Thị Hoa', ' Trần  Đức ', 'Hoa', ''].map(maskName)).toEqual(['N. T. Hoa', 'T. Đức', 'H.', '']);
});

it('reads a secret as people type it', () => {
  expect(normaliseSecret(' k7qx-m2pd ')).toBe('K7QXM2PD');
  expect(normaliseSecret('0181 kkkk')).toBe('OIBIKKKK');
});
