import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, lastDay, nextPeriod, PERIOD_KINDS, periodOf, previousPeriod } from './rules.ts';

describe('periods', () => {
  it('are the calendar’s weeks, months, quarters and years', () => {
    expect(periodOf('week', '2026-11-24')).toEqual({ kind: 'week', from: '2026-11-23', to: '2026-11-30' });
    expect(periodOf('week', '2026-11-29').from).toBe('2026-11-23');
    expect(periodOf('month', '2026-12-31')).toEqual({ kind: 'month', from: '2026-12-01', to: '2027-01-01' });
    expect(periodOf('quarter', '2026-11-24')).toEqual({ kind: 'quarter', from: '2026-10-01', to: '2027-01-01' });
    expect(periodOf('year', '2028-02-29')).toEqual({ kind: 'year', from: '2028-01-01', to: '2029-01-01' });
    expect(lastDay(periodOf('month', '2028-02-10'))).toBe('2028-02-29');
  });

  it('follow each other without gap or overlap', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_KINDS), day, (kind, at) => {
        const date = at.toISOString().slice(0, 10);
        const period = periodOf(kind, date);
        expect(period.from <= date && date < period.to).toBe(true);
        expect(nextPeriod(period).from).toBe(period.to);
        expect(previousPeriod(period).to).toBe(period.from);
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
      }),
    );
  });
});

describe('figures', () => {
  const cell = fc.record({
    kind: fc.constantFrom('vneid', 'submit-online', 'other'),
    teamId: fc.constantFrom('t1', 't2'),
    turns: fc.nat(50),
    minutes: fc.nat(900),
    accountsOpened: fc.nat(9),
    withDossier: fc.nat(9),
    solved: fc.nat(9),
  });
  const named = cell.map((one) => ({ ...one, kindVi: one.kind, kindEn: one.kind, teamName: `Đội ${one.teamId}` }));

  it('sum to the same total by every dimension', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 20 }), (cells) => {
        const { total, byKind, byTeam } = figuresOf(cells);
        for (const groups of [byKind, byTeam]) {
          for (const part of ['turns', 'minutes', 'accountsOpened', 'withDossier', 'solved'] as const) {
            expect(groups.reduce((sum, group) => sum + group[part], 0)).toBe(total[part]);
          }
        }
      }),
    );
  });
});
