import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import type { CitizenSession, StaffSession } from './model.ts';
import { may, type StaffAction } from './policy.ts';
import { refuse } from './problems.ts';
import { citizenSession, staffSession } from './request-sessions.ts';
import { readReturnPath } from './return-path-rules.ts';
import { citizenSignInPath, staffSignInPath } from './sign-in-path-rules.ts';

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** What a route declared about who may come in. */
export type RouteGuard = { readonly who: 'citizen' } | { readonly who: 'staff'; readonly action: StaffAction };

const declared = new WeakMap<Guard, RouteGuard>();

function declare(guard: Guard, says: RouteGuard): Guard {
  declared.set(guard, says);
  return guard;
}

/** What the `onRequest` of a route declares; null when nobody is asked who they are. For the permission matrix. */
export function guardOf(onRequest: unknown): RouteGuard | null {
  for (const hook of [onRequest].flat()) {
    const says = typeof hook === 'function' ? declared.get(hook as Guard) : undefined;
    if (says) return says;
  }
  return null;
}

const citizens = new WeakMap<FastifyRequest, CitizenSession>();
const staff = new WeakMap<FastifyRequest, StaffSession>();

/**
 * Route option `onRequest`: the route is for signed-in citizens, decided before any body is read; the handler then
 * asks {@link citizenOf}. Without a session a GET goes to the sign-in and comes back; anything else is refused
 * (`signed-out`, 401), since its form would be lost on the way.
 */
export const needCitizen = (platform: Platform): Guard =>
  declare(
    async (request, reply) => {
      const session = await citizenSession(platform, request);
      if (!session) return sendToSignIn(request, reply, citizenSignInPath);
      citizens.set(request, session);
      return undefined;
    },
    { who: 'citizen' },
  );

/**
 * Route option `onRequest`: the route is for staff whose role grants `action` at the unit of the session.
 * The handler then asks {@link staffOf}. Refusals: `signed-out` (401), `not-your-role` (403).
 */
export const needStaff = (platform: Platform, action: StaffAction): Guard =>
  declare(
    async (request, reply) => {
      const session = await staffSession(platform, request);
      if (!session) return sendToSignIn(request, reply, staffSignInPath);
      if (!may(session, action)) throw new RefusalError(refuse('not-your-role', { unit: session.unitName }));
      staff.set(request, session);
      return undefined;
    },
    { who: 'staff', action },
  );

/** The citizen of a route guarded by {@link needCitizen}. @throws when the route is not guarded */
export const citizenOf = (request: FastifyRequest): CitizenSession => guarded(citizens, request);

/** The member of staff of a route guarded by {@link needStaff}. @throws when the route is not guarded */
export const staffOf = (request: FastifyRequest): StaffSession => guarded(staff, request);

function guarded<T>(sessions: WeakMap<FastifyRequest, T>, request: FastifyRequest): T {
  const session = sessions.get(request);
  if (session === undefined) throw new Error(`Route ${request.routeOptions.url} asks for a session but has no guard`);
  return session;
}

function sendToSignIn(request: FastifyRequest, reply: FastifyReply, signIn: (next?: string) => string): FastifyReply {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) throw new RefusalError(refuse('signed-out'));
  return reply.redirect(signIn(readReturnPath(request.url) ?? undefined), 303);
}
