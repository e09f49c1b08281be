import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  acceptInvitation,
  type OpenInvitation,
  openInvitationOf,
  PASSWORD_LENGTH,
  setSessionCookie,
  signInFrom,
} from '../../modules/identity/index.ts';
import { localDate, showDate } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { qrDataUri } from '../../platform/pdf/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { plainShell } from '../../portal/shell.ts';
import { ROLE_LABELS } from '../role-labels.ts';
import { DESK_HOME, DESK_SIGN_IN } from '../sign-in/paths.ts';
import JoinPage from './JoinPage.svelte';
import { JOIN, joinPath } from './paths.ts';

const Params = Type.Object({ token: Type.String({ maxLength: 100 }) });
const Form = Type.Object({
  login: Type.Optional(Type.String({ maxLength: 200 })),
  password: Type.String({ maxLength: 1024 }),
  code: Type.String({ maxLength: 40 }),
});

/** Which box a refusal belongs to. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'identity.login-invalid': 'login',
  'identity.login-taken': 'login',
  'identity.password-weak': 'password',
  'identity.authenticator-wrong': 'code',
};

/** `/desk/loi-moi/:token`: somebody of the staff chooses login, password and authenticator by a one-time link. */
export function deskJoinPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const url = `${JOIN}/:token`;

  app.get(url, { schema: { params: Params } }, async (request, reply) => {
    const open = await invited(request.params.token);
    return page(request, reply, open, request.params.token, { login: open.login ?? '', refusal: null });
  });

  app.post(url, { schema: { params: Params, body: Form } }, async (request, reply) => {
    const { token } = request.params;
    const { login = '', password, code } = request.body;
    const from = signInFrom(request, 'staff');
    const accepted = await acceptInvitation({
      db: database.db,
      keys,
      now: clock.now(),
      token,
      login,
      password,
      code,
      from,
    });
    if (isRefusal(accepted)) return page(request, reply, await invited(token), token, { login, refusal: accepted });
    if (!accepted.sessionToken) return reply.redirect(DESK_SIGN_IN, 303);
    setSessionCookie(reply, 'staff', accepted.sessionToken);
    return reply.redirect(DESK_HOME, 303);
  });

  /** @throws RefusalError `identity.invitation-gone` */
  async function invited(token: string): Promise<OpenInvitation> {
    const open = await openInvitationOf(database.db, keys, token, clock.now());
    if (isRefusal(open)) throw new RefusalError(open);
    return open;
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenInvitation,
    token: string,
    { login, refusal }: { login: string; refusal: Refusal | null },
  ) {
    const { kind, fullName, unitName, roles, validFrom, validTo, totpSecret, totpAddress } = open;
    const shell = await plainShell(platform, request);
    return sendPage(platform, reply, {
      component: JoinPage,
      props: {
        layout: { ...shell, lang: 'vi' as const, unitName },
        action: joinPath(token),
        renews: kind === 'renew',
        fullName,
        roles: roles.map((role) => ROLE_LABELS[role]),
        period: `từ ${showDate(localDate(validFrom))}${validTo ? ` đến hết ngày trước ${showDate(localDate(validTo))}` : ''}`,
        login,
        passwordMin: PASSWORD_LENGTH.min,
        secret: totpSecret.match(/.{1,4}/g)?.join(' ') ?? totpSecret,
        address: totpAddress,
        qr: await qrDataUri(totpAddress),
        error: refusal && { name: FIELD_OF[refusal.refused], message: problemText(refusal) },
      },
      title: kind === 'renew' ? 'Đặt lại mật khẩu' : 'Nhận lời mời',
      lang: 'vi',
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
