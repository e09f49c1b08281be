import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../platform/db/index.ts';
import { randomToken } from '../../platform/ids.ts';
import { toLocal } from '../units/index.ts';
import type { CitizenSession, StaffSession } from './model.ts';
import { deviceName, idleSince, needsTouch, sessionEnd } from './sessions-rules.ts';
import {
  deleteSession,
  findCitizenSession,
  findStaffSession,
  insertSession,
  type NewSession,
  touchSession,
} from './store-sessions.ts';

/** Only the hash is stored: reading the table does not let anyone in. 256 random bits need no slow hash. */
const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);

/** Where a sign-in comes from. */
export interface SignInFrom {
  /** Network address, for the throttle. */
  readonly address: string;
  readonly userAgent?: string | undefined;
  /** The session cookie that the browser sent along: it ends here, the new one is another (no fixation). */
  readonly previousToken?: string | undefined;
}

/** Opens a session and ends the browser's earlier one. @returns the cookie's token, which is kept nowhere. */
export async function startSession(tx: Tx, who: NewSession['who'], from: SignInFrom, now: Date): Promise<string> {
  if (isToken(from.previousToken)) await deleteSession(tx, hashToken(from.previousToken));
  const token = randomToken();
  await insertSession(tx, {
    tokenHash: hashToken(token),
    now,
    expiresAt: sessionEnd(who.kind, now),
    device: deviceName(from.userAgent),
    who,
  });
  return token;
}

/** One statement, and once a minute a second one that notes the use. Null = sign in again. */
export async function citizenSessionOf(db: Db, token: string | undefined, now: Date): Promise<CitizenSession | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashToken(token);
  return touched(db, tokenHash, await findCitizenSession(db, tokenHash, now, idleSince('citizen', now)), now);
}

/** As {@link citizenSessionOf}; null also when the person was disabled or lost the last role at the unit. */
export async function staffSessionOf(db: Db, token: string | undefined, now: Date): Promise<StaffSession | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashToken(token);
  const found = await findStaffSession(db, tokenHash, now, idleSince('staff', now), toLocal(now).date);
  return touched(db, tokenHash, found, now);
}

/** Ends a session; unknown tokens are ignored. */
export async function signOut(db: Db, token: string | undefined): Promise<void> {
  if (isToken(token)) await deleteSession(db, hashToken(token));
}

async function touched<T extends CitizenSession | StaffSession>(
  db: Db,
  tokenHash: Buffer,
  found: (T & { lastSeenAt: Date }) | undefined,
  now: Date,
): Promise<T | null> {
  if (!found) return null;
  const { lastSeenAt, ...session } = found;
  if (needsTouch(lastSeenAt, now)) await touchSession(db, tokenHash, now);
  return session as unknown as T;
}
