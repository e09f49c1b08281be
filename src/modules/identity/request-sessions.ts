import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { sessionToken } from './cookies.ts';
import type { CitizenSession, StaffSession } from './model.ts';
import { citizenSessionOf, type SignInFrom, staffSessionOf } from './sessions.ts';
import type { SessionKind } from './sessions-rules.ts';

const citizens = new WeakMap<FastifyRequest, Promise<CitizenSession | null>>();
const staff = new WeakMap<FastifyRequest, Promise<StaffSession | null>>();

/** Who is signed in on the portal; looked up once a request (layout and handler share it). */
export const citizenSession = (platform: Platform, request: FastifyRequest): Promise<CitizenSession | null> =>
  once(citizens, request, () =>
    citizenSessionOf(platform.database.db, sessionToken(request, 'citizen'), platform.clock.now()),
  );

/** Who is signed in at the desk; looked up once a request. */
export const staffSession = (platform: Platform, request: FastifyRequest): Promise<StaffSession | null> =>
  once(staff, request, () =>
    staffSessionOf(platform.database.db, sessionToken(request, 'staff'), platform.clock.now()),
  );

function once<T>(
  cache: WeakMap<FastifyRequest, Promise<T>>,
  request: FastifyRequest,
  load: () => Promise<T>,
): Promise<T> {
  const known = cache.get(request);
  if (known) return known;
  const loading = load();
  cache.set(request, loading);
  return loading;
}

/** What a sign-in notes about its browser. */
export const signInFrom = (request: FastifyRequest, kind: SessionKind): SignInFrom => ({
  address: request.ip,
  userAgent: request.headers['user-agent'],
  previousToken: sessionToken(request, kind),
});
