import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { parseDossierCode, seeDossier, trackDossier } from '../../modules/dossiers/index.ts';
import { citizenSignInPath } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { portalShell } from '../shell.ts';
import { shownDue } from './dossier-view.ts';
import { FILINGS, TRACKING, trackedPath } from './paths.ts';
import TrackedPage from './TrackedPage.svelte';
import TrackPage from './TrackPage.svelte';
import { timelineOf } from './timeline.ts';
import { passFor, rememberPass } from './tracking-pass.ts';
import { trackingText } from './tracking-text.ts';
import { momentText } from './when.ts';

const Typed = Type.Object({
  code: Type.String({ maxLength: 100, default: '' }),
  secret: Type.String({ maxLength: 100, default: '' }),
});
/** `m`: the secret, in the address of a receipt's QR. */
const Scanned = Type.Object({ m: Type.Optional(Type.String({ maxLength: 100 })) });

/** `/tra-cuu`: for whoever holds a receipt, without signing in. Addresses are never logged (only route patterns are). */
export function trackingPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;

  app.get(TRACKING, async (request, reply) => form(request, reply, { code: '', refusal: null }));

  app.post(TRACKING, { schema: { body: Typed } }, async (request, reply) => look(request, reply, request.body));

  app.get(
    trackedPath(':code'),
    { schema: { params: Type.Object({ code: Type.String({ maxLength: 100 }) }), querystring: Scanned } },
    async (request, reply) => {
      const { code } = request.params;
      const { m } = request.query;
      if (m !== undefined) return look(request, reply, { code, secret: m });
      const pass = passFor(platform, request, parseDossierCode(code)?.code ?? '');
      const dossier = pass && (await seeDossier(database.db, clock.now(), pass));
      if (!dossier) return form(request, reply, { code, refusal: null });
      const lang = langOf(request);
      const words = trackingText(lang);
      return sendPage(platform, reply, {
        component: TrackedPage,
        props: {
          layout: await portalShell(platform, request),
          dossier: {
            code: dossier.code,
            procedureName: dossier.procedureName,
            unitName: dossier.unitName,
            state: dossier.state,
            applicant: dossier.applicant,
            subject: dossier.subject,
            submittedAt: momentText(dossier.submittedAt, lang),
            receivedAt: dossier.receivedAt ? momentText(dossier.receivedAt, lang) : undefined,
            asked: dossier.asked,
          },
          due: shownDue(dossier, clock.now(), lang),
          steps: timelineOf(dossier.state, dossier.actions, lang),
          signInHref: citizenSignInPath(FILINGS),
        },
        title: words.title,
        lang,
      });
    },
  );

  /** A right pair is remembered for a while and shown under an address without the secret. */
  async function look(request: FastifyRequest, reply: FastifyReply, typed: { code: string; secret: string }) {
    const found = await trackDossier({ db: database.db, now: clock.now(), address: request.ip }, typed);
    if (isRefusal(found)) return form(request, reply, { code: typed.code, refusal: found });
    rememberPass(platform, reply, found.pass);
    return reply.header('cache-control', 'no-store').redirect(trackedPath(found.pass.code), 303);
  }

  async function form(request: FastifyRequest, reply: FastifyReply, state: { code: string; refusal: Refusal | null }) {
    const lang = langOf(request);
    const { code, refusal } = state;
    const layout = await portalShell(platform, request);
    return sendPage(platform, reply, {
      component: TrackPage,
      // The address may hold a wrong secret: the other language begins afresh.
      props: {
        layout: { ...layout, otherLangHref: `${TRACKING}?lang=${lang === 'vi' ? 'en' : 'vi'}` },
        code,
        error: refusal && problemText(refusal, lang),
      },
      title: trackingText(lang).title,
      lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
