import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from './modules/identity/index.ts';
import { may, STAFF_ACTIONS, UNIT_RELATIONS } from './modules/identity/policy.ts';
import { fromRoot } from './platform/paths.ts';

/** The reviewed file, cell by cell: `action|role` → relations. */
const reviewed = new Map<string, readonly string[]>();
for (const line of readFileSync(fromRoot('docs', 'permission-matrix.md'), 'utf8').split('\n')) {
  const [, action = '', , ...cells] = line.split('|').map((cell) => cell.trim());
  if (!/^`[a-z.]+`$/.test(action)) continue;
  ROLES.forEach((role, at) => {
    const cell = cells[at] ?? '';
    reviewed.set(`${action.slice(1, -1)}|${role}`, cell === '–' ? [] : cell.split(', '));
  });
}

test('has a cell for every role and action, and none more', () => {
  expect([...reviewed.keys()].sort()).toEqual(
    STAFF_ACTIONS.flatMap((one) => ROLES.map((role) => `${one}|${role}`)).sort(),
  );
});

test('is what the program does, for any roles together, any action and any unit', () => {
  fc.assert(
    fc.property(
      fc.subarray([...ROLES]),
      fc.constantFrom(...STAFF_ACTIONS),
      fc.constantFrom(...UNIT_RELATIONS),
      (roles, action, relation) =>
        may({ roles }, action, relation) ===
        roles.some((role) => reviewed.get(`${action}|${role}`)?.includes(relation) ?? false),
    ),
    { numRuns: 2000 },
  );
});
