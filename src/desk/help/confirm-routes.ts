import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { askToSubmit, submitConfirmed } from '../../modules/assistance/index.ts';
import { openDraft, reviewDraft } from '../../modules/dossiers/index.ts';
import { maskPhone, needStaff, staffOf } from '../../modules/identity/index.ts';
import { currentHomeUnit, workCalendarOf } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { filingPaths } from '../../portal/filings/paths.ts';
import { Line } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import ConfirmPage from './ConfirmPage.svelte';
import ConfirmSubmitPage from './ConfirmSubmitPage.svelte';
import { showsTo } from './filing-mount.ts';
import { handOverFrame } from './hand-over.ts';
import { handOverText } from './hand-over-text.ts';
import { actingWho, liveSession } from './helper.ts';
import { sessionPath } from './paths.ts';
import { sessionView } from './session-routes.ts';

const Params = Type.Object({
  helperSessionId: Type.String({ format: 'uuid' }),
  draftId: Type.String({ format: 'uuid' }),
});
const Lang = Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')]));
const AskForm = Type.Object({ lang: Lang });
const CodeForm = Type.Object({
  lang: Lang,
  c: Type.String({ maxLength: 40 }),
  body: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  code: Line(40),
});

/** Refusals of a code that the citizen may type again, or ask anew, on the same page. */
const ON_THE_PAGE = new Set(['code-wrong', 'code-expired', 'code-exhausted', 'code-used', 'code-too-many']);

/** The citizen confirms one submission: `/desk/ho-tro/:id/ho-so/nhap/:draftId/xac-nhan`. */
export function helpConfirmPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, sms, keys, config } = platform;
  const onRequest = needStaff(platform, 'help.start');
  const url = filingPaths(sessionPath(':helperSessionId')).confirm(':draftId');
  const deps = (request: FastifyRequest) => ({ db: database.db, sms, keys, now: clock.now(), address: request.ip });
  type Ids = { helperSessionId: string; draftId: string };

  app.get(url, { onRequest, schema: { params: Params } }, async (request, reply) =>
    askPage(request, reply, request.params, null),
  );

  app.post(url, { onRequest, schema: { params: Params, body: AskForm } }, async (request, reply) => {
    const { helperSessionId, draftId } = request.params;
    const asked = await askToSubmit(deps(request), actingWho(staffOf(request), helperSessionId), draftId);
    if (isRefusal(asked)) return askPage(request, reply, request.params, asked);
    return codePage(request, reply, request.params, { ...asked, lang: request.body.lang ?? 'vi', refusal: null });
  });

  app.post(`${url}/ma`, { onRequest, schema: { params: Params, body: CodeForm } }, async (request, reply) => {
    const { helperSessionId, draftId } = request.params;
    const { c: codeId, body: bodyHash, code = '', lang = 'vi' } = request.body;
    const submitted = await submitConfirmed(deps(request), {
      who: actingWho(staffOf(request), helperSessionId),
      draftId,
      codeId,
      bodyHash,
      code,
      home: await currentHomeUnit(database.db, clock.now()),
      lang: 'vi',
      isDemo: config.demo,
    });
    if (!isRefusal(submitted)) {
      const { dossier } = filingPaths(sessionPath(helperSessionId));
      return reply.redirect(`${dossier(submitted.unitId, submitted.dossierId)}?moi=1`, 303);
    }
    if (ON_THE_PAGE.has(submitted.refused.replace('identity.', ''))) {
      return codePage(request, reply, request.params, { codeId, bodyHash, lang, refusal: submitted });
    }
    return askPage(request, reply, request.params, submitted);
  });

  /** What the confirmation is about. @throws RefusalError when the session may not file or the draft is not its citizen's */
  async function load(request: FastifyRequest, { helperSessionId, draftId }: Ids) {
    const staff = staffOf(request);
    const session = await liveSession(platform, staff, helperSessionId, 'file');
    const opened = await openDraft(database.db, session.accountId, draftId);
    showsTo(request, session);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const now = clock.now();
    const calendar = await workCalendarOf(database.db, opened.draft.unitId, now);
    const review = (lang: 'vi' | 'en') => reviewDraft(opened.draft, opened.filing, calendar, now, lang);
    return { staff, session, ...opened, review };
  }

  async function askPage(request: FastifyRequest, reply: FastifyReply, ids: Ids, refusal: Refusal | null) {
    const { staff, session, draft, filing, review } = await load(request, ids);
    const paths = filingPaths(sessionPath(ids.helperSessionId));
    if (draft.submittedDossierId) return reply.redirect(paths.dossier(draft.unitId, draft.draftId), 303);
    const { errors, sections } = review('vi');
    return sendPage(platform, reply, {
      component: ConfirmPage,
      props: {
        layout: deskShell(platform, request, staff),
        session: sessionView(session, clock.now()),
        procedureName: filing.procedureName,
        sections,
        missing: errors.length,
        error: refusal && problemText(refusal),
        action: paths.confirm(ids.draftId),
        reviewHref: paths.review(ids.draftId),
      },
      title: 'Người dân xác nhận',
      lang: 'vi',
      status: refusal ? problemStatus(refusal) : 200,
    });
  }

  async function codePage(
    request: FastifyRequest,
    reply: FastifyReply,
    ids: Ids,
    state: { codeId: string; bodyHash: string; lang: 'vi' | 'en'; refusal: Refusal | null },
  ) {
    const { lang, codeId, bodyHash, refusal } = state;
    const { staff, session, filing, review } = await load(request, ids);
    const confirm = filingPaths(sessionPath(ids.helperSessionId)).confirm(ids.draftId);
    return sendPage(platform, reply, {
      component: ConfirmSubmitPage,
      props: {
        frame: handOverFrame(platform, staff, {
          lang,
          maskedPhone: session.citizenPhone ? maskPhone(session.citizenPhone) : '',
          error: refusal && problemText(refusal, lang),
          agreeAction: `${confirm}/ma`,
          fields: [
            ['c', codeId],
            ['body', bodyHash],
            ['lang', lang],
          ],
          againAction: confirm,
          againFields: [['lang', lang]],
          backHref: confirm,
        }),
        procedureName: filing.procedureName,
        sections: review(lang).sections,
      },
      title: handOverText(lang).submitTitle,
      lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
