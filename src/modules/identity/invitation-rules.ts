import type { Refusal } from '../../platform/problem.ts';
import { isRefusal } from '../../platform/problem.ts';
import { parseLocalDate } from '../units/index.ts';
import { ROLES, type Role } from './model.ts';
import { type Phone, parsePhone } from './phone-rules.ts';
import { refuse } from './problems.ts';

/** A link lies in a chat or on a desk: three days are enough to get to it, and few enough to lose it. */
export const INVITATION_HOURS = 72;

export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_HOURS * 3_600_000);

/** What an administrator types. */
export interface InvitationForm {
  readonly fullName: string;
  readonly phone: string;
  readonly roles: readonly string[];
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  /** First day without the roles; empty = until further notice. */
  readonly validTo: string;
}

export interface InvitationValues {
  readonly fullName: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

export type InvitationField = 'fullName' | 'phone' | 'roles' | 'period';

/** The values, or what is wrong with each field. */
export function readInvitation(form: InvitationForm): InvitationValues | [InvitationField, Refusal][] {
  const faults: [InvitationField, Refusal][] = [];
  const fullName = form.fullName.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (fullName.length < 2 || fullName.length > 100) faults.push(['fullName', refuse('name-missing')]);
  const phone: Phone | Refusal | null = form.phone.trim() === '' ? null : parsePhone(form.phone);
  if (isRefusal(phone)) faults.push(['phone', phone]);
  const roles = ROLES.filter((role) => form.roles.includes(role));
  if (roles.length === 0) faults.push(['roles', refuse('roles-missing')]);
  const period = readPeriod(form.validFrom, form.validTo);
  if (isRefusal(period)) faults.push(['period', period]);
  if (faults.length > 0 || isRefusal(phone) || isRefusal(period)) return faults;
  return { fullName, phone: phone?.e164 ?? null, roles, ...period };
}

/** A period of days; the end is exclusive and may be open. Refusal: `period-wrong`. */
export function readPeriod(from: string, to: string): { validFrom: string; validTo: string | null } | Refusal {
  const validFrom = parseLocalDate(from.trim());
  const validTo = to.trim() === '' ? null : parseLocalDate(to.trim());
  if (!validFrom || validTo === undefined || (validTo !== null && validTo <= validFrom)) return refuse('period-wrong');
  return { validFrom, validTo };
}
