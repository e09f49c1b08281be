import { createHash } from 'node:crypto';
import { audit } from '../../platform/audit/index.ts';
import { type Db, type Tx, transact } from '../../platform/db/index.ts';
import { randomToken } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import type { CitizenSession, StaffSession } from './model.ts';
import { rolesTogether } from './policy.ts';
import { refuse } from './problems.ts';
import { deviceName, idleSince, needsTouch, sessionEnd } from './sessions-rules.ts';
import {
  deleteSession,
  findCitizenSession,
  findStaffSession,
  insertSession,
  moveSession,
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
  const session = await touched(db, tokenHash, found, now);
  return session && { ...session, roles: rolesTogether(session) };
}

/** Ends a session; unknown tokens are ignored. */
export async function signOut(db: Db, token: string | undefined): Promise<void> {
  if (isToken(token)) await deleteSession(db, hashToken(token));
}

/**
 * Works for another unit from now on, in the same session: it ends when it would have ended. Both units' chains say
 * so. Refusal: `unit-not-yours`.
 */
export async function chooseUnit(
  db: Db,
  ask: { token: string | undefined; session: StaffSession; unitId: string; now: Date },
): Promise<Refusal | undefined> {
  const { token, session, unitId, now } = ask;
  if (unitId === session.unitId) return undefined;
  if (!isToken(token)) return refuse('signed-out');
  const { staffId } = session;
  return transact<Refusal | undefined>(db, async (tx) => {
    const moved = await moveSession(tx, { tokenHash: hashToken(token), staffId, unitId, today: toLocal(now).date });
    if (!moved) return refuse('unit-not-yours');
    const act = { actor: `staff:${staffId}`, subject: `staff:${staffId}`, at: now };
    // One order for everybody: the two chains' heads are locked until the commit.
    for (const chain of [session.unitId, unitId].sort()) {
      const came = chain === unitId;
      const detail = { from: session.unitId, to: unitId };
      await audit(tx, { ...act, unitId: chain, act: came ? 'staff.unit-entered' : 'staff.unit-left', detail });
    }
    return undefined;
  });
}

async function touched<T>(
  db: Db,
  tokenHash: Buffer,
  found: (T & { lastSeenAt: Date }) | undefined,
  now: Date,
): Promise<Omit<T, 'lastSeenAt'> | null> {
  if (!found) return null;
  const { lastSeenAt, ...session } = found;
  if (needsTouch(lastSeenAt, now)) await touchSession(db, tokenHash, now);
  return session;
}
