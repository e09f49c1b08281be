import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { citizenOf, needCitizen } from '../../modules/identity/index.ts';
import { helpGivenTo, type MyConsent, revokeConsent } from '../../modules/mandates/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal, type Lang } from '../../platform/problem.ts';
import { filingPaths } from '../filings/paths.ts';
import { momentText } from '../filings/when.ts';
import { portalShell } from '../shell.ts';
import HelpersPage from './HelpersPage.svelte';
import { consentState, journalLines } from './journal-rules.ts';
import { HELPERS, HELPERS_REVOKE, HELPERS_REVOKED } from './paths.ts';
import { helpersText } from './text.ts';

const Query = Type.Object({ rut: Type.Optional(Type.Literal('1')) });
const RevokeForm = Type.Object({ consent: Type.String({ format: 'uuid' }) });

/** `/tai-khoan/nguoi-ho-tro`: who did what for me, and taking a consent back. */
export function helpersPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needCitizen(platform);

  app.get(HELPERS, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const session = citizenOf(request);
    const lang = langOf(request);
    const words = helpersText(lang);
    const { acts, consents } = await helpGivenTo(database.db, session.accountId);
    return sendPage(platform, reply, {
      component: HelpersPage,
      props: {
        layout: await portalShell(platform, request, session),
        lines: journalLines(acts).map((line) => ({
          key: `${line.at}-${line.act}`,
          what: line.count > 1 ? `${words.did[line.act]} (${words.times(line.count)})` : words.did[line.act],
          who: `${line.staffName}, ${line.teamName}`,
          when: momentText(line.at, lang),
          datetime: line.at,
          href: line.dossier && filingPaths('').dossier(line.dossier.unitId, line.dossier.dossierId),
        })),
        consents: consents.map((consent) => consentRow(consent, clock.now(), lang)),
        revoked: request.query.rut === '1',
      },
      title: words.title,
      lang,
    });
  });

  app.post(HELPERS_REVOKE, { onRequest, schema: { body: RevokeForm } }, async (request, reply) => {
    const { accountId } = citizenOf(request);
    const revoked = await revokeConsent(database.db, accountId, request.body.consent, clock.now());
    if (isRefusal(revoked)) throw new RefusalError(revoked);
    return reply.redirect(HELPERS_REVOKED, 303);
  });
}

function consentRow(consent: MyConsent, now: Date, lang: Lang) {
  const words = helpersText(lang);
  const state = consentState(consent, now);
  const when = (at: string) => momentText(at, lang);
  const texts = {
    live: words.states.live(when(consent.expiresAt)),
    ended: words.states.ended,
    expired: words.states.expired(when(consent.expiresAt)),
    revoked: words.states.revoked(when(consent.revokedAt ?? consent.expiresAt)),
  };
  return {
    consentId: consent.consentId,
    who: `${consent.staffName}, ${consent.teamName}`,
    given: words.given(when(consent.givenAt)),
    state: texts[state],
    isLive: state === 'live',
    purposes: consent.purposes.map((purpose) => words.purposes[purpose]),
  };
}
