import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSubstitution, handsOn, isFault, readDays } from './leave-rules.ts';
import { ROLES } from './model.ts';

const TODAY = '2026-11-24';

describe('days of an absence', () => {
  it('are first and last day, both away; it may have begun before today', () => {
    expect(readDays({ from: '2026-11-20', to: '2026-11-24' }, TODAY)).toEqual({
      validFrom: '2026-11-20',
      validTo: '2026-11-25',
    });
  });

  it.each([
    ['', '2026-11-25', ['from']],
    ['2026-11-24', '2026-11-23', ['to']],
    ['2026-11-10', '2026-11-23', ['to']],
    ['2026-11-24', '2028-01-01', ['to']],
    ['2026-02-30', 'x', ['from', 'to']],
  ])('from %s to %s are refused', (from, to, fields) => {
    const read = readDays({ from, to }, TODAY);
    expect('validFrom' in read ? [] : read.map(([field]) => field)).toEqual(fields);
  });
});

describe('standing in', () => {
  const some = fc.subarray([...ROLES]);
  const person = (staffId: string) => some.map((roles) => ({ staffId, name: staffId, roles }));

  it('lends only what the absent person holds and the giver may hand on, never to the giver or an auditor', () => {
    fc.assert(
      fc.property(
        person('by'),
        person('absent'),
        fc.oneof(person('by'), person('absent'), person('other')),
        some,
        (by, absent, substitute, roles) => {
          const decided = decideSubstitution({ by, absent, substitute, roles });
          const allowed =
            substitute.staffId === 'other' &&
            !substitute.roles.includes('auditor') &&
            roles.length > 0 &&
            roles.every((role) => absent.roles.includes(role) && handsOn(by.roles).includes(role));
          return isFault(decided) ? !allowed : allowed && decided.length === roles.length;
        },
      ),
    );
  });

  it('makes no administrator by a leader’s word, and no auditor by anybody’s', () => {
    expect(handsOn(['leader'])).toEqual(['leader', 'officer']);
    expect(handsOn([...ROLES])).toEqual(['admin', 'leader', 'officer']);
    expect(handsOn(['officer', 'helper', 'auditor'])).toEqual([]);
  });
});
