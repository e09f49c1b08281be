import { createHash } from 'node:crypto';
import { audit } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import { type InvitationValues, invitationEnd } from './invitation-rules.ts';
import type { Role } from './model.ts';
import { refuse } from './problems.ts';
import { openInvitation, openTotp, sealInvitation, sealTotp } from './secrets.ts';
import {
  cancelInvitations,
  findInvitation,
  findOpenInvitation,
  type InvitationRow,
  insertInvitation,
} from './store-invitations.ts';
import { findStaffAt } from './store-staff-admin.ts';
import { newTotpSecret, totpAddress } from './totp.ts';

interface Inviting {
  readonly keys: KeyRing;
  readonly now: Date;
  /** For the audit: `staff:<id>` or `system`. */
  readonly actor: string;
  readonly unitId: string;
  /** Client-made: the same form sent twice makes one invitation. */
  readonly invitationId: string;
}

/** Invites a new person; the link is then {@link invitationLink}'s. */
export async function inviteStaff(tx: Tx, asked: Inviting & { values: InvitationValues }): Promise<void> {
  await make(tx, asked, { kind: 'join', staffId: newId(), ...asked.values });
}

/** Invites the first administrator from the machine itself; links that it made earlier and nobody used end. */
export async function inviteFirstAdmin(tx: Tx, asked: Inviting & { values: InvitationValues }): Promise<void> {
  await cancelInvitations(tx, { unitId: asked.unitId, createdBy: asked.actor }, asked.now);
  await inviteStaff(tx, asked);
}

/**
 * A link to new secrets for somebody who lost theirs; earlier open links of the person end. The old secrets work until
 * the new ones are set. Refusal: `staff-unknown` (nobody who holds or held a role at this unit).
 */
export async function renewStaff(tx: Tx, asked: Inviting & { staffId: string }): Promise<Refusal | undefined> {
  const { unitId, staffId, now } = asked;
  const person = await findStaffAt(tx, unitId, staffId);
  if (!person || person.disabledAt) return refuse('staff-unknown');
  await cancelInvitations(tx, { unitId, staffId }, now);
  const nothing = { roles: [], validFrom: toLocal(now).date, validTo: null };
  await make(tx, asked, { kind: 'renew', staffId, fullName: person.fullName, phone: person.phone, ...nothing });
  return undefined;
}

type Person = Pick<InvitationRow, 'kind' | 'staffId' | 'fullName' | 'phone' | 'roles' | 'validFrom' | 'validTo'>;

async function make(tx: Tx, { keys, now, actor, unitId, invitationId }: Inviting, person: Person): Promise<void> {
  const token = randomToken();
  const made = await insertInvitation(tx, {
    ...person,
    unitId,
    invitationId,
    tokenHash: hashOf(token),
    tokenSealed: sealInvitation(keys, invitationId, token),
    totpSealed: sealTotp(keys, person.staffId, newTotpSecret()),
    createdBy: actor,
    createdAt: now,
    expiresAt: invitationEnd(now),
  });
  if (!made) return;
  const { kind, staffId, roles, validFrom, validTo } = person;
  await audit(tx, {
    unitId,
    act: kind === 'join' ? 'staff.invited' : 'staff.renewal-offered',
    actor,
    subject: `staff:${staffId}`,
    detail: { invitationId, roles, validFrom, validTo },
    at: now,
  });
}

/** Only the hash is looked up: reading the table's key lets nobody in. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const isInvitationToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export interface InvitationLink {
  readonly token: string;
  readonly fullName: string;
  readonly kind: 'join' | 'renew';
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
}

/** An open link again, for the administrator of the unit. Refusal: `invitation-gone`. */
export async function invitationLink(
  db: Db,
  keys: KeyRing,
  ask: { unitId: string; invitationId: string; now: Date },
): Promise<InvitationLink | Refusal> {
  const row = await findInvitation(db, ask.unitId, ask.invitationId, ask.now);
  if (!row) return refuse('invitation-gone');
  const { fullName, kind, roles, expiresAt } = row;
  return { token: openInvitation(keys, row.invitationId, row.tokenSealed), fullName, kind, roles, expiresAt };
}

/** Ends an open link. Refusal: `invitation-gone`. */
export async function cancelInvitation(
  tx: Tx,
  ask: { unitId: string; invitationId: string; actor: string; now: Date },
): Promise<Refusal | undefined> {
  const { unitId, invitationId, actor, now } = ask;
  if ((await cancelInvitations(tx, { unitId, invitationId }, now)) === 0) return refuse('invitation-gone');
  await audit(tx, { unitId, act: 'staff.invitation-cancelled', actor, subject: `invitation:${invitationId}`, at: now });
  return undefined;
}

/** What the invited person sees; the authenticator's secret is shown to whoever holds the link, and only until it is used. */
export interface OpenInvitation {
  readonly invitationId: string;
  readonly kind: 'join' | 'renew';
  readonly unitId: string;
  readonly unitName: string;
  readonly staffId: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Of somebody who renews; null for a new person. */
  readonly login: string | null;
  readonly totpSecret: string;
  /** `otpauth://…` for a QR code. */
  readonly totpAddress: string;
}

/** Refusal: `invitation-gone`. */
export async function openInvitationOf(
  db: Db,
  keys: KeyRing,
  token: string,
  now: Date,
): Promise<OpenInvitation | Refusal> {
  const row = isInvitationToken(token)
    ? await findOpenInvitation(db, hashOf(token), now, toLocal(now).date)
    : undefined;
  if (!row) return refuse('invitation-gone');
  const totpSecret = openTotp(keys, row.staffId, row.totpSealed);
  const { tokenSealed: _token, totpSealed: _totp, createdBy: _by, createdAt: _at, expiresAt: _until, ...shown } = row;
  return { ...shown, totpSecret, totpAddress: totpAddress(totpSecret, `${row.fullName} · ${row.unitName}`) };
}
