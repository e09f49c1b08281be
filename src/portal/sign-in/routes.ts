import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  clearSessionCookie,
  codeSentTo,
  readReturnPath,
  requestSignIn,
  requestSignInAgain,
  sessionToken,
  setSessionCookie,
  signIn,
  signInFrom,
  signOut,
} from '../../modules/identity/index.ts';
import { currentHomeUnit } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { ACCOUNT } from '../account/paths.ts';
import { DEMO_MAILBOX } from '../demo-mailbox/paths.ts';
import { plainShell } from '../shell.ts';
import CodePage from './CodePage.svelte';
import PhonePage from './PhonePage.svelte';
import { codePath, SIGN_IN, SIGN_IN_AGAIN, SIGN_IN_CODE, SIGN_OUT, signInPath } from './paths.ts';
import { signInText } from './text.ts';

const Next = Type.Object({ tiep: Type.Optional(Type.String()) });
const PhoneForm = Type.Object({ phone: Type.String({ maxLength: 40 }), tiep: Type.Optional(Type.String()) });
const CodeQuery = Type.Object({
  c: Type.String(),
  tiep: Type.Optional(Type.String()),
  moi: Type.Optional(Type.Literal('1')),
});
const AgainForm = Type.Object({ c: Type.String(), tiep: Type.Optional(Type.String()) });
const CodeForm = Type.Object({
  c: Type.String(),
  code: Type.String({ maxLength: 40 }),
  tiep: Type.Optional(Type.String()),
});

/** Pages that send a person back to the first step instead of asking for a code that cannot come. */
const NOTHING_SENT = new Set(['identity.code-unknown']);

/** `/dang-nhap`, `/dang-nhap/ma`, `/dang-nhap/gui-lai`, `/dang-xuat`. */
export function signInPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, sms } = platform;
  const { keys } = platform;

  app.get(SIGN_IN, { schema: { querystring: Next } }, async (request, reply) =>
    phonePage(request, reply, { phone: '', next: readReturnPath(request.query.tiep), refusal: null }),
  );

  app.post(SIGN_IN, { schema: { body: PhoneForm } }, async (request, reply) => {
    const { phone } = request.body;
    const next = readReturnPath(request.body.tiep);
    const sent = await requestSignIn({ db: database.db, sms, keys, now: clock.now(), phone, address: request.ip });
    if (isRefusal(sent)) return phonePage(request, reply, { phone, next, refusal: sent });
    return reply.redirect(codePath(sent.codeId, next), 303);
  });

  app.get(SIGN_IN_CODE, { schema: { querystring: CodeQuery } }, async (request, reply) => {
    const { c, tiep, moi } = request.query;
    return codePage(request, reply, { codeId: c, next: readReturnPath(tiep), refusal: null, sentAgain: moi === '1' });
  });

  app.post(SIGN_IN_AGAIN, { schema: { body: AgainForm } }, async (request, reply) => {
    const next = readReturnPath(request.body.tiep);
    const codeId = request.body.c;
    const sent = await requestSignInAgain({
      db: database.db,
      sms,
      keys,
      now: clock.now(),
      codeId,
      address: request.ip,
    });
    if (isRefusal(sent)) return codePage(request, reply, { codeId, next, refusal: sent });
    return reply.redirect(codePath(sent.codeId, next, true), 303);
  });

  app.post(SIGN_IN_CODE, { schema: { body: CodeForm } }, async (request, reply) => {
    const { c: codeId, code } = request.body;
    const next = readReturnPath(request.body.tiep);
    const now = clock.now();
    const unit = await currentHomeUnit(database.db, now);
    const signedIn = await signIn({
      db: database.db,
      keys,
      now,
      codeId,
      code,
      homeUnitId: unit?.unitId ?? null,
      from: signInFrom(request, 'citizen'),
    });
    if (isRefusal(signedIn)) return codePage(request, reply, { codeId, next, refusal: signedIn });
    setSessionCookie(reply, 'citizen', signedIn.token);
    return reply.redirect(next ?? (signedIn.openedNow ? ACCOUNT : '/'), 303);
  });

  app.post(SIGN_OUT, async (request, reply) => {
    await signOut(database.db, sessionToken(request, 'citizen'));
    clearSessionCookie(reply, 'citizen');
    return reply.redirect('/', 303);
  });

  async function phonePage(
    request: FastifyRequest,
    reply: FastifyReply,
    { phone, next, refusal }: { phone: string; next: string | null; refusal: Refusal | null },
  ) {
    const lang = langOf(request);
    return sendPage(platform, reply, {
      component: PhonePage,
      props: {
        layout: await plainShell(platform, request),
        phone,
        next,
        error: refusal && problemText(refusal, lang),
      },
      title: signInText(lang).phone.title,
      lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }

  async function codePage(
    request: FastifyRequest,
    reply: FastifyReply,
    page: { codeId: string; next: string | null; refusal: Refusal | null; sentAgain?: boolean },
  ) {
    const { codeId, next, refusal, sentAgain = false } = page;
    const sent = await codeSentTo(database.db, codeId);
    if (refusal && NOTHING_SENT.has(refusal.refused)) throw new RefusalError(refusal);
    if (!sent) return reply.redirect(signInPath(next ?? undefined), 303);
    const lang = langOf(request);
    return sendPage(platform, reply, {
      component: CodePage,
      props: {
        layout: await plainShell(platform, request),
        codeId,
        maskedPhone: sent.maskedPhone,
        next,
        error: refusal && problemText(refusal, lang),
        sentAgain,
        mailbox: platform.mailbox ? DEMO_MAILBOX : null,
      },
      title: signInText(lang).code.title,
      lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
