import { ADMIN } from '../paths.ts';

export const STAFF = `${ADMIN}/can-bo`;
export const STAFF_INVITE = `${STAFF}/loi-moi`;
export const invitationPath = (invitationId: string): string => `${STAFF_INVITE}/${invitationId}`;
export const cancelPath = (invitationId: string): string => `${invitationPath(invitationId)}/huy`;
export const staffPath = (staffId: string): string => `${STAFF}/${staffId}`;

/** Acts on a person, as the last part of the address. */
export const STAFF_ACTS = {
  grant: 'vai-tro',
  end: 'ket-thuc-vai-tro',
  renew: 'dat-lai',
  disable: 'khoa',
  enable: 'mo-khoa',
} as const;

export const staffActPath = (staffId: string, act: keyof typeof STAFF_ACTS): string =>
  `${staffPath(staffId)}/${STAFF_ACTS[act]}`;
