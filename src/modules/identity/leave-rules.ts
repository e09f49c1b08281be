import type { Refusal } from '../../platform/problem.ts';
import { addDays, parseLocalDate } from '../units/index.ts';
import type { Role } from './model.ts';
import { refuse } from './problems.ts';

/** Longest absence that one entry may cover; longer ones are a change of roles. */
const LONGEST_DAYS = 366;

/**
 * Which roles somebody may hand on to a substitute. Nobody hands on more than their own office: a leader makes no
 * administrators. A team's roster decides about helpers, and an auditor is appointed, never stood in for.
 */
const MAY_HAND_ON: Readonly<Record<Role, readonly Role[]>> = {
  admin: ['admin', 'leader', 'officer'],
  leader: ['leader', 'officer'],
  officer: [],
  helper: [],
  auditor: [],
};

/** Roles that these roles may hand on, in a fixed order. */
export const handsOn = (roles: readonly Role[]): readonly Role[] =>
  MAY_HAND_ON.admin.filter((role) => roles.some((own) => MAY_HAND_ON[own].includes(role)));

/** Somebody of the unit's staff with the roles held by themselves on a day. */
export interface UnitStaff {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface LeaveDays {
  /** YYYY-MM-DD, local. */
  readonly validFrom: string;
  /** Exclusive: the day of coming back. */
  readonly validTo: string;
}

export type LeaveField = 'from' | 'to' | 'who' | 'substitute' | 'roles';
export type LeaveFault = readonly [LeaveField, Refusal];

/** Days of an absence as typed: first and last day, both away. */
export function readDays(typed: { from: string; to: string }, today: string): LeaveDays | readonly LeaveFault[] {
  const [from, last] = [parseLocalDate(typed.from), parseLocalDate(typed.to)];
  const faults: LeaveFault[] = [];
  if (!from) faults.push(['from', refuse('leave-from')]);
  if (!last || last < today || (from && (last < from || last > addDays(from, LONGEST_DAYS))))
    faults.push(['to', refuse('leave-to')]);
  return from && last && faults.length === 0 ? { validFrom: from, validTo: addDays(last, 1) } : faults;
}

export interface SubstitutionAsk {
  /** Who enters it, with the roles that count today. */
  readonly by: { readonly staffId: string; readonly roles: readonly Role[] };
  readonly absent: UnitStaff;
  readonly substitute: UnitStaff | undefined;
  readonly roles: readonly string[];
}

/**
 * The roles that the substitute gets, or what is wrong. Only what the absent person holds and the one who enters it may
 * hand on; never to oneself.
 */
export function decideSubstitution({ by, absent, substitute, roles }: SubstitutionAsk): readonly Role[] | LeaveFault {
  if (!substitute || substitute.staffId === absent.staffId) return ['substitute', refuse('substitute-who')];
  if (substitute.staffId === by.staffId) return ['substitute', refuse('substitute-not-yourself')];
  if (substitute.roles.includes('auditor')) return ['substitute', refuse('substitute-auditor')];
  const lent = handsOn(by.roles).filter((role) => absent.roles.includes(role) && roles.includes(role));
  return lent.length > 0 && roles.every((role) => (lent as readonly string[]).includes(role))
    ? lent
    : ['roles', refuse('substitute-roles')];
}

export const isFault = (decided: readonly Role[] | LeaveFault): decided is LeaveFault => typeof decided[1] === 'object';
