/** Roles that a person may hold at a unit for a period. */
export const ROLES = ['admin', 'leader', 'officer', 'helper', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export type Sex = 'nam' | 'nu';

/** A signed-in citizen; loaded by one statement. */
export interface CitizenSession {
  readonly kind: 'citizen';
  readonly accountId: string;
  /** Null until the profile is filled. */
  readonly name: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly homeUnitId: string | null;
  readonly expiresAt: Date;
}

/** An absent person for whom somebody stands in today, and as what. */
export interface StandIn {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Someone at work for one unit; the roles are those valid today at that unit. */
export interface StaffSession {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Own roles and those of the people stood in for: what decides. */
  readonly roles: readonly Role[];
  readonly ownRoles: readonly Role[];
  readonly standIns: readonly StandIn[];
  /** True when the person has a role at another unit today and may change over. */
  readonly severalUnits: boolean;
  readonly expiresAt: Date;
}

/** What a person's page shows. The ID number is never here, only its mask. */
export interface Profile {
  readonly accountId: string;
  readonly phone: string | null;
  readonly fullName: string | null;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string | null;
  readonly sex: Sex | null;
  readonly citizenNoMask: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  /** `citizen` or `helper:<staff id>`. */
  readonly createdBy: string;
}

/** Kinds of looks at personal data that are recorded. */
export const READ_KINDS = [
  'dossier',
  'draft',
  'paper',
  'profile',
  'id-number',
  'audit-trail',
  'read-list',
  'staff-list',
] as const;
export type ReadKind = (typeof READ_KINDS)[number];
