import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from './model.ts';
import { GRANTS, may, rolesFor, STAFF_ACTIONS } from './policy.ts';

test('roles together may do exactly what their rows grant, never more', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...STAFF_ACTIONS), (roles, action) => {
      const granted = roles.some((role) => GRANTS[role].includes(action));
      return may({ roles }, action) === granted && granted === roles.some((role) => rolesFor(action).includes(role));
    }),
  );
});

test('nobody without a role may do anything', () => {
  for (const action of STAFF_ACTIONS) expect(may({ roles: [] }, action)).toBe(false);
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
