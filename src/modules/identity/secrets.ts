import { createHmac } from 'node:crypto';
import { deriveKey, type KeyRing, seal, unseal } from '../../platform/files/index.ts';

/**
 * What this module derives from and seals with the installation's key. Every sealed value is bound to its row,
 * so that it cannot be moved to another one.
 */
export const codeHash = (keys: KeyRing, codeId: string, code: string): Buffer =>
  createHmac('sha256', deriveKey(keys.current, 'identity/one-time-code')).update(`${codeId}\n${code}`).digest();

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
