import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, type Key, type KeyRing, type SealedColumn, seal, unseal } from '../../platform/files/index.ts';

/**
 * What this module derives from and seals with the installation's key. Every sealed value is bound to its row,
 * so that it cannot be moved to another one.
 */
export const codeHash = (keys: KeyRing, codeId: string, code: string): Buffer => hashWith(keys.current, codeId, code);

/** Whether this is the code; also when the key was changed after it had been sent. */
export const isCode = (keys: KeyRing, codeId: string, code: string, hash: Buffer): boolean =>
  keys.ids.some((id) => {
    const key = keys.byId(id);
    return key !== undefined && timingSafeEqual(hashWith(key, codeId, code), hash);
  });

const hashWith = (key: Key, codeId: string, code: string): Buffer =>
  createHmac('sha256', deriveKey(key, 'identity/one-time-code')).update(`${codeId}\n${code}`).digest();

const citizenNoOf = (accountId: string) => `identity/citizen-no/${accountId}`;
const totpOf = (staffId: string) => `identity/totp/${staffId}`;
const invitationOf = (invitationId: string) => `identity/invitation/${invitationId}`;

export const sealCitizenNo = (keys: KeyRing, accountId: string, citizenNo: string): string =>
  seal(keys, citizenNoOf(accountId), citizenNo);

export const openCitizenNo = (keys: KeyRing, accountId: string, sealed: string): string =>
  unseal(keys, citizenNoOf(accountId), sealed);

export const sealTotp = (keys: KeyRing, staffId: string, secret: string): string => seal(keys, totpOf(staffId), secret);

export const openTotp = (keys: KeyRing, staffId: string, sealed: string): string =>
  unseal(keys, totpOf(staffId), sealed);

export const sealInvitation = (keys: KeyRing, invitationId: string, token: string): string =>
  seal(keys, invitationOf(invitationId), token);

export const openInvitation = (keys: KeyRing, invitationId: string, sealed: string): string =>
  unseal(keys, invitationOf(invitationId), sealed);

/** What a change of the key has to seal anew. */
export const identitySealed: readonly SealedColumn[] = [
  { table: 'account', column: 'citizen_no_sealed', key: ['account_id'], context: ([id = '']) => citizenNoOf(id) },
  { table: 'staff', column: 'totp_sealed', key: ['staff_id'], context: ([id = '']) => totpOf(id) },
  {
    table: 'staff_invitation',
    column: 'token_sealed',
    key: ['invitation_id'],
    context: ([id = '']) => invitationOf(id),
  },
  {
    table: 'staff_invitation',
    column: 'totp_sealed',
    key: ['invitation_id', 'staff_id'],
    context: ([, staffId = '']) => totpOf(staffId),
  },
];
