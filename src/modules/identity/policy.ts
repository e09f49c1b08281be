import { ROLES, type Role } from './model.ts';

/** Acts of staff that a door or a use case asks about. */
export const STAFF_ACTIONS = [
  'dossier.see',
  'dossier.work',
  'dossier.result',
  'help.start',
  'figures.see',
  'audit.see',
  'admin.enter',
  'staff.manage',
  'unit.manage',
  'catalogue.manage',
  'operations.see',
] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/**
 * Who may do what at their own unit. An administrator keeps the house but does not touch dossiers,
 * and an auditor only reads: duties are kept apart on purpose.
 */
export const GRANTS: Readonly<Record<Role, readonly StaffAction[]>> = {
  admin: ['admin.enter', 'staff.manage', 'unit.manage', 'catalogue.manage', 'operations.see', 'figures.see'],
  leader: ['dossier.see', 'dossier.result', 'help.start', 'figures.see'],
  officer: ['dossier.see', 'dossier.work', 'dossier.result', 'help.start', 'figures.see'],
  helper: ['help.start'],
  auditor: ['audit.see', 'figures.see'],
};

/** True when one of the roles grants the action. Which rows it may touch is the store's WHERE clause. */
export const may = (who: { readonly roles: readonly Role[] }, action: StaffAction): boolean =>
  who.roles.some((role) => GRANTS[role].includes(action));

/** Roles that grant an action, in the order of {@link ROLES}. */
export const rolesFor = (action: StaffAction): readonly Role[] => ROLES.filter((role) => GRANTS[role].includes(action));
