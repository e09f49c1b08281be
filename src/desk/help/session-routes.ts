import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { createCatalogueSearch } from '../../modules/catalogue/index.ts';
import { type AssistedDossier, dossiersUnderConsent, myFilings, STATES } from '../../modules/dossiers/index.ts';
import { maskPhone, needStaff, staffOf } from '../../modules/identity/index.ts';
import { type HelperSession, revokeWhileHelping } from '../../modules/mandates/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { fromRoot } from '../../platform/paths.ts';
import { isRefusal } from '../../platform/problem.ts';
import { filingPaths } from '../../portal/filings/paths.ts';
import { Line } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import { showWhen } from '../when.ts';
import { actingWho, liveSession } from './helper.ts';
import { helpDonePath, searchPath, sessionPath, withdrawPath } from './paths.ts';
import SearchPage from './SearchPage.svelte';
import SessionPage from './SessionPage.svelte';
import { PLACE_LABELS, PURPOSE_LABELS } from './text.ts';

export const SessionParams = Type.Object({ helperSessionId: Type.String({ format: 'uuid' }) });
const StartedQuery = Type.Object({ moi: Type.Optional(Type.Literal('1')) });
const SearchQuery = Type.Object({ q: Line(200) });

/** Who is helped, as every page of the session shows it. */
export interface SessionView {
  readonly helperSessionId: string;
  /** How the person is called on the pages. */
  readonly who: string;
  readonly phone: string;
  readonly purposes: readonly string[];
  readonly mayAccount: boolean;
  readonly mayFile: boolean;
  readonly accountOpened: boolean;
  readonly place: string;
  readonly started: string;
  readonly left: string;
}

export function sessionView(session: HelperSession, now: Date): SessionView {
  const minutes = Math.max(0, Math.floor((session.expiresAt.getTime() - now.getTime()) / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return {
    helperSessionId: session.helperSessionId,
    who: session.citizenName ?? 'người dân (chưa ghi tên)',
    phone: session.citizenPhone ? maskPhone(session.citizenPhone) : 'không còn số điện thoại',
    purposes: session.purposes.map((purpose) => PURPOSE_LABELS[purpose]),
    mayAccount: session.purposes.includes('account'),
    mayFile: session.purposes.includes('file'),
    accountOpened: session.accountOpened,
    place: PLACE_LABELS[session.place],
    started: showWhen(session.startedAt),
    left: hours > 0 ? `${hours} giờ ${rest} phút` : `${rest} phút`,
  };
}

/** `/desk/ho-tro/:id`: one session of help, finding a procedure, and the citizen's word to stop. */
export function helpSessionPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'help.start');
  const search = createCatalogueSearch(database.db, fromRoot('db', 'seed', 'search-synonyms.json'));
  const pattern = ':helperSessionId';

  app.get(
    sessionPath(pattern),
    { onRequest, schema: { params: SessionParams, querystring: StartedQuery } },
    async (request, reply) => {
      const staff = staffOf(request);
      const { helperSessionId } = request.params;
      const session = await liveSession(platform, staff, helperSessionId, null);
      const { drafts, dossiers } = await workOf(session);
      return sendPage(platform, reply, {
        component: SessionPage,
        props: {
          layout: deskShell(platform, request, staff),
          session: sessionView(session, clock.now()),
          drafts,
          dossiers,
          justStarted: request.query.moi === '1',
        },
        title: 'Phiên hỗ trợ',
        lang: 'vi',
      });
    },
  );

  app.get(
    searchPath(pattern),
    { onRequest, schema: { params: SessionParams, querystring: SearchQuery } },
    async (request, reply) => {
      const staff = staffOf(request);
      const { helperSessionId } = request.params;
      const session = await liveSession(platform, staff, helperSessionId, 'file');
      const now = clock.now();
      const query = (request.query.q ?? '').trim();
      const hits = query ? await search.search(query, toLocal(now).date, 12) : [];
      return sendPage(platform, reply, {
        component: SearchPage,
        props: {
          layout: deskShell(platform, request, staff),
          session: sessionView(session, now),
          query,
          hits: hits.map(({ code, name }) => ({ code, name, key: newId() })),
          startAction: filingPaths(sessionPath(helperSessionId)).start,
        },
        title: 'Tìm thủ tục',
        lang: 'vi',
      });
    },
  );

  app.post(withdrawPath(pattern), { onRequest, schema: { params: SessionParams } }, async (request, reply) => {
    const who = actingWho(staffOf(request), request.params.helperSessionId);
    const revoked = await revokeWhileHelping(database.db, who, clock.now());
    if (isRefusal(revoked)) throw new RefusalError(revoked);
    return reply.redirect(helpDonePath('withdrawn'), 303);
  });

  /** What of the person's filings the purposes let a helper see; one statement. */
  async function workOf(session: HelperSession) {
    const paths = filingPaths(sessionPath(session.helperSessionId));
    const { accountId, unitId, consentId, purposes } = session;
    const dossierRow = ({ unitId: owner, dossierId, code, procedureName, state }: AssistedDossier) => ({
      href: paths.dossier(owner, dossierId),
      title: procedureName,
      meta: `${code} · ${STATES[state]}`,
    });
    if (purposes.includes('file') || purposes.includes('follow')) {
      const mine = await myFilings(database.db, accountId);
      const under = purposes.includes('follow')
        ? mine.dossiers
        : await dossiersUnderConsent(database.db, unitId, accountId, consentId);
      const drafts = purposes.includes('file') ? mine.drafts : [];
      return {
        drafts: drafts.map((draft) => ({
          href: paths.draft(draft.draftId),
          title: draft.procedureName,
          meta: `Sửa lần cuối ${showWhen(draft.updatedAt)}`,
        })),
        dossiers: under.map(dossierRow),
      };
    }
    return { drafts: [], dossiers: [] };
  }
}
