import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { staffOf } from './http.ts';
import type { ReadKind } from './model.ts';
import { type StaffAction, standInFor } from './policy.ts';
import { insertRead, type NotedRead } from './store-reads.ts';

/** The same person who looks at the same thing again within this time looks once: reloading is not another look. */
const AGAIN_MINUTES = 10;

/** What an answer shows of whom. */
export interface SensitiveRead {
  readonly kind: ReadKind;
  /** `<noun>:<id>`. */
  readonly subject: string;
  /** Whose data; null when it is not one person's. */
  readonly accountId: string | null;
  /** By which right; a substitute's look names the absent person. */
  readonly action: StaffAction;
  /** The consent under which a helper looks. */
  readonly consentId?: string;
}

const shown = new WeakMap<FastifyRequest, SensitiveRead>();

/**
 * Says that the answer to this request of staff shows personal data. It is written when the answer goes out with
 * content, and before it does: what is not recorded is not shown (DESIGN §5.6).
 */
export function willShow(request: FastifyRequest, read: SensitiveRead): void {
  shown.set(request, read);
}

/** Answers that carry what was asked for, or show a form again with it; others are refusals or send elsewhere. */
const CARRIES_CONTENT = new Set([200, 409, 422]);

/** Writes what {@link willShow} announced, for every door. */
export function recordReads(app: FastifyInstance, { database, clock }: Platform): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const read = shown.get(request);
    if (!read || !CARRIES_CONTENT.has(reply.statusCode)) return payload;
    // Once, also when an error page is sent instead.
    shown.delete(request);
    const session = staffOf(request);
    await noteRead(database.db, clock.now(), {
      unitId: session.unitId,
      staffId: session.staffId,
      standsInFor: standInFor(session, read.action)?.staffId ?? null,
      consentId: read.consentId ?? null,
      kind: read.kind,
      subject: read.subject,
      accountId: read.accountId,
      route: request.routeOptions.url ?? '',
    });
    return payload;
  });
}

/** Records a look outside a page, e.g. in the transaction of an act that opens a sealed value. */
export const noteRead = (db: Db, now: Date, read: NotedRead): Promise<void> =>
  insertRead(db, { ...read, readId: newId(), at: now, notSince: new Date(now.getTime() - AGAIN_MINUTES * 60_000) });
