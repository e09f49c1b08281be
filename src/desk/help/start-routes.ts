import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { codeSentTo, maskPhone, needStaff, staffOf } from '../../modules/identity/index.ts';
import { askConsent, consentFaults, consentText, liveSessionsOf, startHelp } from '../../modules/mandates/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { Boxes, Line, ticked } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import { showWhen } from '../when.ts';
import ConsentPage from './ConsentPage.svelte';
import { handOverFrame } from './hand-over.ts';
import { handOverText } from './hand-over-text.ts';
import { helperOf } from './helper.ts';
import { HELP, HELP_AGREE, sessionPath, sessionStartedPath } from './paths.ts';
import StartPage from './StartPage.svelte';
import { helpText } from './text.ts';

const Lang = Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')]));
const values = { phone: Line(40), place: Line(40), purposes: Boxes, lang: Lang };
const AskForm = Type.Object(values);
const AgreeForm = Type.Object({ ...values, c: Type.String({ maxLength: 40 }), code: Line(40) });
const StartQuery = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 20 })) });

type Ask = { phone: string; place: string; purposes: string[]; lang: 'vi' | 'en' };

const askOf = ({ phone = '', place = '', purposes, lang = 'vi' }: Static<typeof AskForm>): Ask => ({
  phone,
  place,
  purposes: ticked(purposes),
  lang,
});

/** What is wrong with the form, field by field; else the refusal itself (too many codes, no channel). */
const errorsOf = (form: Ask, refusal: Refusal | null): { name?: string; message: string }[] => {
  if (!refusal) return [];
  const faults = consentFaults(form).map(([name, fault]) => ({ name, message: problemText(fault) }));
  return faults.length > 0 ? faults : [{ message: problemText(refusal) }];
};

/** `/desk/ho-tro`: asking for consent, and the citizen's answer. */
export function helpStartPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, sms, keys } = platform;
  const onRequest = needStaff(platform, 'help.start');
  const deps = (request: FastifyRequest) => ({ db: database.db, sms, keys, now: clock.now(), address: request.ip });

  app.get(HELP, { onRequest, schema: { querystring: StartQuery } }, async (request, reply) => {
    const done = Object.entries(helpText.done).find(([key]) => key === request.query.xong)?.[1] ?? null;
    return startPage(request, reply, { form: { phone: '', place: '', purposes: [], lang: 'vi' }, done, refusal: null });
  });

  app.post(HELP, { onRequest, schema: { body: AskForm } }, async (request, reply) => {
    const form = askOf(request.body);
    const helper = await helperOf(platform, staffOf(request));
    const asked = await askConsent(deps(request), { ...form, helper });
    if (isRefusal(asked)) return startPage(request, reply, { form, done: null, refusal: asked });
    return consentPage(request, reply, { form, codeId: asked.codeId, refusal: null });
  });

  app.post(HELP_AGREE, { onRequest, schema: { body: AgreeForm } }, async (request, reply) => {
    const form = askOf(request.body);
    const { c: codeId, code = '' } = request.body;
    const helper = await helperOf(platform, staffOf(request));
    const started = await startHelp(deps(request), { ...form, helper, codeId, code });
    if (!isRefusal(started)) return reply.redirect(sessionStartedPath(started.helperSessionId), 303);
    if (started.refused === 'identity.code-unknown') throw new RefusalError(started);
    return consentPage(request, reply, { form, codeId, refusal: started });
  });

  async function startPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, done, refusal }: { form: Ask; done: string | null; refusal: Refusal | null },
  ) {
    const session = staffOf(request);
    const now = clock.now();
    const helper = await helperOf(platform, session);
    const [open, text] = await Promise.all([
      liveSessionsOf(database.db, session.unitId, session.staffId, now),
      consentText(helper, 'vi'),
    ]);
    return sendPage(platform, reply, {
      component: StartPage,
      props: {
        layout: deskShell(platform, request, session),
        sessions: open.map((one) => ({
          href: sessionPath(one.helperSessionId),
          who: one.citizenName ?? 'Người dân chưa ghi tên',
          meta: `${one.citizenPhone ? maskPhone(one.citizenPhone) : ''} · từ ${showWhen(one.startedAt)}`,
        })),
        text,
        form,
        errors: errorsOf(form, refusal),
        done,
      },
      title: helpText.title,
      lang: 'vi',
      status: refusal ? problemStatus(refusal) : 200,
    });
  }

  async function consentPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, codeId, refusal }: { form: Ask; codeId: string; refusal: Refusal | null },
  ) {
    const session = staffOf(request);
    const helper = await helperOf(platform, session);
    const [text, sent] = await Promise.all([consentText(helper, form.lang), codeSentTo(database.db, codeId)]);
    const carried: [string, string][] = [
      ['phone', form.phone],
      ['place', form.place],
      ['lang', form.lang],
      ...form.purposes.map((purpose): [string, string] => ['purposes', purpose]),
    ];
    return sendPage(platform, reply, {
      component: ConsentPage,
      props: {
        frame: handOverFrame(platform, session, {
          lang: form.lang,
          maskedPhone: sent?.maskedPhone ?? '',
          error: refusal && problemText(refusal, form.lang),
          agreeAction: HELP_AGREE,
          fields: [...carried, ['c', codeId]],
          againAction: HELP,
          againFields: carried,
          backHref: HELP,
        }),
        text,
        purposes: form.purposes,
      },
      title: handOverText(form.lang).title,
      lang: form.lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
