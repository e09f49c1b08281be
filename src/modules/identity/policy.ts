import { ROLES, type Role, type StandIn } from './model.ts';

/**
 * Whose rows are touched, seen from the unit of the session. A forged id of any relation but `own` must be "not
 * found"; the five are kept apart so that a later reach (a province's look at its communes) is a change of data here,
 * reviewed in `docs/permission-matrix.md` and tested cell by cell.
 */
export const UNIT_RELATIONS = ['own', 'below', 'above', 'former', 'other'] as const;
export type UnitRelation = (typeof UNIT_RELATIONS)[number];

interface PolicyRow {
  /** What the action lets somebody do, for the reviewed matrix. */
  readonly what: string;
  readonly roles: readonly Role[];
  readonly reach: readonly UnitRelation[];
}

const OWN = ['own'] as const satisfies readonly UnitRelation[];

/**
 * Who may do what: the only place that says it. An administrator keeps the house but does not touch dossiers, and an
 * auditor only reads: duties are kept apart on purpose.
 */
export const POLICY = {
  'desk.enter': { what: 'enter the desk, choose the unit to work for', roles: ROLES, reach: OWN },
  'dossier.see': { what: 'see dossiers, answers and papers', roles: ['leader', 'officer'], reach: OWN },
  'dossier.work': { what: 'receive, refuse, ask for a supplement, process', roles: ['officer'], reach: OWN },
  'dossier.result': { what: 'finish and hand over a result', roles: ['leader', 'officer'], reach: OWN },
  'help.start': { what: 'help a citizen under consent, log turns', roles: ['leader', 'officer', 'helper'], reach: OWN },
  'figures.see': { what: 'see figures', roles: ['admin', 'leader', 'officer', 'auditor'], reach: OWN },
  'audit.see': { what: 'read the audit trail and who saw personal data', roles: ['auditor'], reach: OWN },
  'admin.enter': { what: 'enter the administration', roles: ['admin'], reach: OWN },
  'staff.manage': { what: 'manage staff and their roles', roles: ['admin'], reach: OWN },
  'leave.manage': { what: 'enter absences and who stands in', roles: ['admin', 'leader'], reach: OWN },
  'unit.manage': { what: 'manage the unit: hours, neighbourhoods, hotline', roles: ['admin'], reach: OWN },
  'catalogue.manage': { what: 'manage procedures offered and their routes', roles: ['admin'], reach: OWN },
  'operations.see': { what: 'see jobs, metrics and health', roles: ['admin'], reach: OWN },
} as const satisfies Readonly<Record<string, PolicyRow>>;

export type StaffAction = keyof typeof POLICY;

/** Acts of staff that a door or a use case asks about. */
export const STAFF_ACTIONS = Object.keys(POLICY) as readonly StaffAction[];

const rowOf = (action: StaffAction): PolicyRow => POLICY[action];

/** True when one of the roles grants the action on rows of that relation. The WHERE clause of the store keeps to it. */
export const may = (
  who: { readonly roles: readonly Role[] },
  action: StaffAction,
  relation: UnitRelation = 'own',
): boolean => {
  const { roles, reach } = rowOf(action);
  return reach.includes(relation) && who.roles.some((role) => roles.includes(role));
};

/** Roles that grant an action, in the order of {@link ROLES}. */
export const rolesFor = (action: StaffAction): readonly Role[] =>
  ROLES.filter((role) => rowOf(action).roles.includes(role));

/** For whom somebody does this act: null when their own roles grant it, so that nobody hides behind an absent person. */
export const standInFor = (
  session: { readonly ownRoles: readonly Role[]; readonly standIns: readonly StandIn[] },
  action: StaffAction,
): StandIn | null =>
  may({ roles: session.ownRoles }, action) ? null : (session.standIns.find((one) => may(one, action)) ?? null);

/** Own roles and those lent by people stood in for, in the order of {@link ROLES}. */
export const rolesTogether = (session: {
  readonly ownRoles: readonly Role[];
  readonly standIns: readonly StandIn[];
}): readonly Role[] => {
  const all = new Set([...session.ownRoles, ...session.standIns.flatMap(({ roles }) => roles)]);
  return ROLES.filter((role) => all.has(role));
};

type Worker = { readonly staffId: string; readonly ownRoles: readonly Role[]; readonly standIns: readonly StandIn[] };

/** Who does an act, for the audit: `staff:<id>`, or `staff:<id>/for:<absent id>` in an absent person's place. */
export const staffActorOf = (session: Worker, action: StaffAction): string => {
  const absent = standInFor(session, action);
  return absent ? `staff:${session.staffId}/for:${absent.staffId}` : `staff:${session.staffId}`;
};
