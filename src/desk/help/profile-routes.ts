import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  citizenNoChecker,
  needStaff,
  profileOf,
  readProfile,
  staffOf,
  updateProfile,
  willShow,
} from '../../modules/identity/index.ts';
import { type HelperSession, recordHelperAct } from '../../modules/mandates/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { transact } from '../../platform/db/index.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { faultLines, fromPosted, PostedProfile, type ProfileForm, toForm, toInput } from '../../portal/account/form.ts';
import { deskShell } from '../shell.ts';
import { liveSession } from './helper.ts';
import ProfilePage from './ProfilePage.svelte';
import { profilePath, sessionPath } from './paths.ts';
import { SessionParams, sessionView } from './session-routes.ts';

/** `/desk/ho-tro/:id/tai-khoan`: completing the citizen's account with them, under the purpose `account`. */
export function helpProfilePages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, files } = platform;
  const onRequest = needStaff(platform, 'help.start');
  const url = profilePath(':helperSessionId');

  app.get(url, { onRequest, schema: { params: SessionParams } }, async (request, reply) => {
    const session = await liveSession(platform, staffOf(request), request.params.helperSessionId, 'account');
    const profile = await profileOf(database.db, session.accountId);
    if (isRefusal(profile)) throw new RefusalError(profile);
    return page(request, reply, session, {
      form: toForm(profile),
      citizenNoMask: profile.citizenNoMask,
      errors: [],
      askToConfirm: false,
    });
  });

  app.post(url, { onRequest, schema: { params: SessionParams, body: PostedProfile } }, async (request, reply) => {
    const session = await liveSession(platform, staffOf(request), request.params.helperSessionId, 'account');
    const now = clock.now();
    const form = fromPosted(request.body);
    const today = toLocal(now).date;
    const read = readProfile(toInput(form), today, citizenNoChecker(today));
    if ('faults' in read) {
      const profile = await profileOf(database.db, session.accountId);
      return page(request, reply, session, {
        form,
        citizenNoMask: isRefusal(profile) ? null : profile.citizenNoMask,
        errors: faultLines(read.faults, 'vi'),
        askToConfirm: read.faults.askToConfirm,
      });
    }
    const { accountId, staffId, consentId } = session;
    const actor = `helper:${staffId}/${consentId}`;
    const refused = await transact(database.db, async (tx) => {
      const ended = await recordHelperAct(tx, session, 'profile-changed', `account:${accountId}`, now);
      return ended ?? updateProfile(tx, { keys: files.keys, accountId, values: read.values, actor, now });
    });
    if (refused) throw new RefusalError(refused);
    return reply.redirect(sessionPath(session.helperSessionId), 303);
  });

  interface EditState {
    readonly form: ProfileForm;
    readonly citizenNoMask: string | null;
    readonly errors: readonly { readonly name: string; readonly message: string }[];
    readonly askToConfirm: boolean;
  }

  async function page(request: FastifyRequest, reply: FastifyReply, session: HelperSession, state: EditState) {
    const { accountId, consentId } = session;
    const subject = `account:${accountId}`;
    willShow(request, { kind: 'profile', subject, accountId, consentId, action: 'help.start' });
    return sendPage(platform, reply, {
      component: ProfilePage,
      props: {
        layout: deskShell(platform, request, staffOf(request)),
        session: sessionView(session, clock.now()),
        ...state,
      },
      title: 'Thông tin tài khoản',
      lang: 'vi',
      status: state.errors.length > 0 ? 422 : 200,
    });
  }
}
