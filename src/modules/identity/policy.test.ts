import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from './model.ts';
import { may, rolesFor, STAFF_ACTIONS, standInFor, UNIT_RELATIONS } from './policy.ts';

test('nobody without a role may do anything, and nobody reaches another unit', () => {
  for (const action of STAFF_ACTIONS) {
    expect(may({ roles: [] }, action)).toBe(false);
    for (const relation of UNIT_RELATIONS) expect(may({ roles: ROLES }, action, relation)).toBe(relation === 'own');
  }
});

test('duties are kept apart', () => {
  expect(may({ roles: ['admin'] }, 'dossier.work')).toBe(false);
  expect(may({ roles: ['auditor'] }, 'dossier.see')).toBe(false);
  expect(may({ roles: ['helper'] }, 'dossier.see')).toBe(false);
  expect(may({ roles: ['leader'] }, 'dossier.work')).toBe(false);
  expect(rolesFor('audit.see')).toEqual(['auditor']);
});

test('every action is somebody’s', () => {
  for (const action of STAFF_ACTIONS) expect(rolesFor(action).length).toBeGreaterThan(0);
});

test('an act is done for the absent person only when one’s own roles do not grant it', () => {
  const some = fc.subarray([...ROLES]);
  const standIns = fc.array(
    some.map((roles) => ({ staffId: 'a', name: 'A', roles })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(some, standIns, fc.constantFrom(...STAFF_ACTIONS), (ownRoles, absent, action) => {
      const found = standInFor({ ownRoles, standIns: absent }, action);
      const roles = [...ownRoles, ...absent.flatMap((one) => one.roles)];
      return found
        ? !may({ roles: ownRoles }, action) && may(found, action)
        : may({ roles: ownRoles }, action) || !may({ roles }, action);
    }),
  );
});
