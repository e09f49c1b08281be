import type { LeaveBook, LeaveFaults, LeaveRow, StaffSession } from '../../../modules/identity/index.ts';
import { handsOn } from '../../../modules/identity/leave-rules.ts';
import { addDays, localDate, showDate } from '../../../modules/units/index.ts';
import { problemText } from '../../../platform/problem.ts';
import { ROLE_LABELS } from '../../role-labels.ts';
import { endPath, leavePath } from './paths.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the fields of the forms offer. */
export interface Choices {
  readonly staff: readonly Option[];
  readonly substitutes: readonly Option[];
  readonly roles: readonly Option[];
}

export interface LeaveLine {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly days: string;
  readonly isNow: boolean;
  readonly substitutes: readonly { readonly key: string; readonly text: string; readonly endAction: string }[];
  readonly enteredBy: string;
}

export interface FieldError {
  readonly name: string;
  readonly message: string;
}

/** First and last day away, as people say them. */
const daysText = ({ validFrom, validTo }: Pick<LeaveRow, 'validFrom' | 'validTo'>): string => {
  const [first, last] = [localDate(validFrom), addDays(localDate(validTo), -1)];
  return first === last ? `ngày ${showDate(first)}` : `từ ${showDate(first)} đến hết ${showDate(last)}`;
};

const rolesText = (roles: readonly (keyof typeof ROLE_LABELS)[]): string =>
  roles.map((role) => ROLE_LABELS[role]).join(', ');

export const leaveLine = (leave: LeaveRow, today: string): LeaveLine => ({
  key: leave.leaveId,
  href: leavePath(leave.leaveId),
  name: leave.name,
  days: daysText(leave),
  isNow: leave.validFrom <= today && leave.validTo > today,
  substitutes: leave.substitutions.map((one) => ({
    key: one.substitutionId,
    text: `${one.name} làm thay: ${rolesText(one.roles)}, ${daysText(one)}. Người giao: ${one.enteredBy}.`,
    endAction: endPath(leave.leaveId, one.substitutionId),
  })),
  enteredBy: leave.enteredBy,
});

/** Nobody may choose themselves, an auditor or the absent person; roles are those that may be handed on. */
export function choicesOf(book: LeaveBook, session: StaffSession, absentId?: string): Choices {
  const absent = book.staff.find(({ staffId }) => staffId === absentId);
  const label = ({ name, roles }: LeaveBook['staff'][number]) => `${name} (${rolesText(roles)})`;
  return {
    staff: book.staff.map((one) => ({ value: one.staffId, label: label(one) })),
    substitutes: book.staff
      .filter(({ staffId, roles }) => ![session.staffId, absentId].includes(staffId) && !roles.includes('auditor'))
      .map((one) => ({ value: one.staffId, label: label(one) })),
    roles: handsOn(session.roles)
      .filter((role) => !absent || absent.roles.includes(role))
      .map((role) => ({ value: role, label: ROLE_LABELS[role] })),
  };
}

export const errorsOf = ({ faults }: LeaveFaults): FieldError[] =>
  faults.map(([name, refusal]) => ({ name, message: problemText(refusal) }));
