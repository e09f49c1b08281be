import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  clearSessionCookie,
  readReturnPath,
  sessionToken,
  setSessionCookie,
  signInFrom,
  signOut,
  staffSignIn,
} from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { DEMO_STAFF_CODES } from '../../portal/demo-mailbox/paths.ts';
import { plainShell } from '../../portal/shell.ts';
import { DESK_HOME, DESK_SIGN_IN, DESK_SIGN_OUT } from './paths.ts';
import SignInPage from './SignInPage.svelte';
import { deskSignInText } from './text.ts';

const Next = Type.Object({ tiep: Type.Optional(Type.String()) });
const SignInForm = Type.Object({
  login: Type.String({ maxLength: 200 }),
  password: Type.String({ maxLength: 1024 }),
  totp: Type.String({ maxLength: 40 }),
  tiep: Type.Optional(Type.String()),
});

/** `/desk/dang-nhap`, `/desk/dang-xuat`. */
export function deskSignInPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;

  app.get(DESK_SIGN_IN, { schema: { querystring: Next } }, async (request, reply) =>
    page(request, reply, { login: '', next: readReturnPath(request.query.tiep), refusal: null }),
  );

  app.post(DESK_SIGN_IN, { schema: { body: SignInForm } }, async (request, reply) => {
    const { login, password, totp, tiep } = request.body;
    const next = readReturnPath(tiep);
    const signedIn = await staffSignIn({
      db: database.db,
      keys,
      now: clock.now(),
      login,
      password,
      totp,
      from: signInFrom(request, 'staff'),
    });
    if (isRefusal(signedIn)) return page(request, reply, { login, next, refusal: signedIn });
    setSessionCookie(reply, 'staff', signedIn.token);
    return reply.redirect(next ?? DESK_HOME, 303);
  });

  app.post(DESK_SIGN_OUT, async (request, reply) => {
    await signOut(database.db, sessionToken(request, 'staff'));
    clearSessionCookie(reply, 'staff');
    return reply.redirect(DESK_SIGN_IN, 303);
  });

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { login, next, refusal }: { login: string; next: string | null; refusal: Refusal | null },
  ) {
    const lang = langOf(request);
    return sendPage(platform, reply, {
      component: SignInPage,
      props: {
        layout: await plainShell(platform, request),
        login,
        next,
        error: refusal && problemText(refusal, lang),
        mailbox: platform.mailbox ? DEMO_STAFF_CODES : null,
      },
      title: deskSignInText(lang).title,
      lang,
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
