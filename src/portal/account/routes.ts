import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  type CitizenSession,
  citizenNoChecker,
  citizenOf,
  needCitizen,
  type Profile,
  parseCardQr,
  profileOf,
  readProfile,
  updateProfile,
} from '../../modules/identity/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { transact } from '../../platform/db/index.ts';
import { langOf, RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemText } from '../../platform/problem.ts';
import { portalShell } from '../shell.ts';
import AccountPage from './AccountPage.svelte';
import EditPage from './EditPage.svelte';
import { faultLines, fromPosted, PostedProfile, type ProfileForm, toForm, toInput } from './form.ts';
import { ACCOUNT, ACCOUNT_CARD, ACCOUNT_EDIT, ACCOUNT_SAVED } from './paths.ts';
import { accountSections } from './sections.ts';
import { accountText } from './text.ts';

const SavedQuery = Type.Object({ luu: Type.Optional(Type.Literal('1')) });
const CardForm = Type.Object({ cardQr: Type.String({ maxLength: 2000 }) });

/** `/tai-khoan`, `/tai-khoan/sua`, `/tai-khoan/the-can-cuoc`. */
export function accountPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const onRequest = needCitizen(platform);

  app.get(ACCOUNT, { onRequest, schema: { querystring: SavedQuery } }, async (request, reply) => {
    const session = citizenOf(request);
    const lang = langOf(request);
    const [profile, sections] = await Promise.all([
      ownProfile(session),
      Promise.all(accountSections.map((load) => load(platform, session, lang))),
    ]);
    return sendPage(platform, reply, {
      component: AccountPage,
      props: {
        layout: await portalShell(platform, request, session),
        profile,
        sections,
        saved: request.query.luu === '1',
      },
      title: accountText(lang).title,
      lang,
    });
  });

  app.get(ACCOUNT_EDIT, { onRequest }, async (request, reply) => {
    const session = citizenOf(request);
    const profile = await ownProfile(session);
    return editPage(request, reply, session, { form: toForm(profile), citizenNoMask: profile.citizenNoMask });
  });

  app.post(ACCOUNT_EDIT, { onRequest, schema: { body: PostedProfile } }, async (request, reply) => {
    const session = citizenOf(request);
    const now = clock.now();
    const form = fromPosted(request.body);
    const today = toLocal(now).date;
    const read = readProfile(toInput(form), today, citizenNoChecker(today));
    if ('faults' in read) {
      const { citizenNoMask } = await ownProfile(session);
      const errors = faultLines(read.faults, langOf(request));
      return editPage(request, reply, session, {
        form,
        citizenNoMask,
        errors,
        askToConfirm: read.faults.askToConfirm,
      });
    }
    const { accountId } = session;
    const update = { keys, accountId, values: read.values, actor: `citizen:${accountId}`, now };
    const refused = await transact(database.db, (tx) => updateProfile(tx, update));
    if (refused) throw new RefusalError(refused);
    return reply.redirect(ACCOUNT_SAVED, 303);
  });

  app.post(ACCOUNT_CARD, { onRequest, schema: { body: CardForm } }, async (request, reply) => {
    const session = citizenOf(request);
    const profile = await ownProfile(session);
    const { citizenNoMask } = profile;
    const reading = parseCardQr(request.body.cardQr);
    if (isRefusal(reading)) {
      const scanError = problemText(reading, langOf(request));
      return editPage(request, reply, session, { form: toForm(profile), citizenNoMask, scanError });
    }
    const { card, doubts } = reading;
    const form = toForm({ ...card, address: card.residence });
    return editPage(request, reply, session, {
      form,
      citizenNoMask,
      doubts: doubts.map(({ message }) => message),
      fromCard: true,
    });
  });

  async function ownProfile(session: CitizenSession): Promise<Profile> {
    const profile = await profileOf(database.db, session.accountId);
    if (isRefusal(profile)) throw new RefusalError(profile);
    return profile;
  }

  interface EditState {
    readonly form: ProfileForm;
    readonly citizenNoMask: string | null;
    readonly errors?: readonly { readonly name: string; readonly message: string }[];
    readonly doubts?: readonly string[];
    readonly askToConfirm?: boolean;
    readonly fromCard?: boolean;
    readonly scanError?: string;
  }

  async function editPage(request: FastifyRequest, reply: FastifyReply, session: CitizenSession, state: EditState) {
    const lang = langOf(request);
    const { errors = [], doubts = [], askToConfirm = false, fromCard = false, scanError } = state;
    return sendPage(platform, reply, {
      component: EditPage,
      props: {
        layout: await portalShell(platform, request, session),
        ...state,
        errors,
        doubts,
        askToConfirm,
        fromCard,
        scanError,
      },
      title: accountText(lang).editTitle,
      lang,
      status: errors.length > 0 || scanError ? 422 : 200,
      islands: ['card-qr'],
    });
  }
}
