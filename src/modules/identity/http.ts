import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { sessionToken } from './cookies.ts';
import type { CitizenSession, StaffSession } from './model.ts';
import { may, type StaffAction } from './policy.ts';
import { refuse } from './problems.ts';
import { readReturnPath } from './return-path-rules.ts';
import { citizenSessionOf, type SignInFrom, staffSessionOf } from './sessions.ts';
import type { SessionKind } from './sessions-rules.ts';
import { citizenSignInPath, staffSignInPath } from './sign-in-path-rules.ts';

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

type Handler<Request, Reply, Session> = (request: Request, reply: Reply, session: Session) => unknown;

/**
 * A page or act of a signed-in citizen. Without a session a GET goes to the sign-in and comes back;
 * anything else is refused (`signed-out`, 401), since its form would be lost on the way.
 */
export const withCitizen =
  <Request extends FastifyRequest, Reply extends FastifyReply>(
    platform: Platform,
    handler: Handler<Request, Reply, CitizenSession>,
  ) =>
  async (request: Request, reply: Reply): Promise<unknown> => {
    const session = await citizenSession(platform, request);
    return session ? handler(request, reply, session) : sendToSignIn(request, reply, citizenSignInPath);
  };

/**
 * A page or act of staff whose role grants `action` at the unit of the session; null = every role.
 * Refusals: `signed-out` (401), `not-your-role` (403).
 */
export const withStaff =
  <Request extends FastifyRequest, Reply extends FastifyReply>(
    platform: Platform,
    action: StaffAction | null,
    handler: Handler<Request, Reply, StaffSession>,
  ) =>
  async (request: Request, reply: Reply): Promise<unknown> => {
    const session = await staffSession(platform, request);
    if (!session) return sendToSignIn(request, reply, staffSignInPath);
    if (action && !may(session, action)) throw new RefusalError(refuse('not-your-role', { unit: session.unitName }));
    return handler(request, reply, session);
  };

function sendToSignIn(request: FastifyRequest, reply: FastifyReply, signIn: (next?: string) => string): FastifyReply {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) throw new RefusalError(refuse('signed-out'));
  return reply.redirect(signIn(readReturnPath(request.url) ?? undefined), 303);
}
