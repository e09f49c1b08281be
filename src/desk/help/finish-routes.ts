import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  finishHelp,
  kindsOn,
  logSupportTurn,
  minutesSince,
  presetKind,
  presetOutcome,
} from '../../modules/assistance/index.ts';
import { needStaff, staffOf } from '../../modules/identity/index.ts';
import { actsOfSession, type HelperSession } from '../../modules/mandates/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { deskShell } from '../shell.ts';
import FinishPage from './FinishPage.svelte';
import { actingWho, helperOf, liveSession } from './helper.ts';
import { finishPath, helpDonePath, QUICK_TURN } from './paths.ts';
import QuickTurnPage from './QuickTurnPage.svelte';
import { sessionView } from './session-routes.ts';
import { TurnForm, type TurnValues, toTurnValues, turnErrors } from './turn-form.ts';

const Params = Type.Object({ helperSessionId: Type.String({ format: 'uuid' }) });

type Wrong = { readonly name?: string; readonly message: string };

/** Ending a session with its turn, and logging a turn without one. */
export function helpTurnPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'help.start');
  const kindsToday = () => kindsOn(database.db, toLocal(clock.now()).date);

  app.get(finishPath(':helperSessionId'), { onRequest, schema: { params: Params } }, async (request, reply) => {
    const session = await liveSession(platform, staffOf(request), request.params.helperSessionId, null);
    const [acts, kinds] = await Promise.all([actsOfSession(database.db, session), kindsToday()]);
    const did = acts.map(({ act }) => act);
    const values: TurnValues = {
      key: newId(),
      kind: presetKind(
        did,
        kinds.map(({ kind }) => kind),
      ),
      place: session.place,
      channel: '',
      minutes: String(minutesSince(session.startedAt, clock.now())),
      outcome: presetOutcome(did),
      note: '',
    };
    return finishPage(request, reply, session, { values, errors: [], status: 200 });
  });

  app.post(
    finishPath(':helperSessionId'),
    { onRequest, schema: { params: Params, body: TurnForm } },
    async (request, reply) => {
      const staff = staffOf(request);
      const { helperSessionId } = request.params;
      const values = toTurnValues(request.body);
      const finished = await finishHelp({
        db: database.db,
        now: clock.now(),
        who: actingWho(staff, helperSessionId),
        turnId: values.key,
        input: values,
      });
      if (!isRefusal(finished)) return reply.redirect(helpDonePath('turn'), 303);
      if (finished.refused !== 'assistance.turn-invalid') throw new RefusalError(finished);
      const session = await liveSession(platform, staff, helperSessionId, null);
      return finishPage(request, reply, session, { values, ...(await wrong(values, finished)) });
    },
  );

  app.get(QUICK_TURN, { onRequest }, async (request, reply) => {
    await helperOf(platform, staffOf(request));
    const values = { key: newId(), kind: '', place: '', channel: '', minutes: '', outcome: '', note: '' };
    return quickPage(request, reply, { values, errors: [], status: 200 });
  });

  app.post(QUICK_TURN, { onRequest, schema: { body: TurnForm } }, async (request, reply) => {
    const helper = await helperOf(platform, staffOf(request));
    const values = toTurnValues(request.body);
    const logged = await logSupportTurn({
      db: database.db,
      now: clock.now(),
      turnId: values.key,
      input: values,
      by: helper,
      endedAt: null,
    });
    if (!isRefusal(logged)) return reply.redirect(helpDonePath('turn'), 303);
    if (logged.refused !== 'assistance.turn-invalid') throw new RefusalError(logged);
    return quickPage(request, reply, { values, ...(await wrong(values, logged)) });
  });

  async function wrong(values: TurnValues, refusal: Refusal): Promise<{ errors: Wrong[]; status: number }> {
    const errors = turnErrors(
      values,
      (await kindsToday()).map(({ kind }) => kind),
    );
    return { errors: errors.length > 0 ? errors : [{ message: problemText(refusal) }], status: problemStatus(refusal) };
  }

  interface FormState {
    readonly values: TurnValues;
    readonly errors: readonly Wrong[];
    readonly status: number;
  }

  async function finishPage(request: FastifyRequest, reply: FastifyReply, session: HelperSession, state: FormState) {
    return sendPage(platform, reply, {
      component: FinishPage,
      props: {
        layout: deskShell(platform, request, staffOf(request)),
        session: sessionView(session, clock.now()),
        kinds: await kindsToday(),
        values: state.values,
        errors: state.errors,
      },
      title: 'Kết thúc và ghi lượt hỗ trợ',
      lang: 'vi',
      status: state.status,
    });
  }

  async function quickPage(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    return sendPage(platform, reply, {
      component: QuickTurnPage,
      props: {
        layout: deskShell(platform, request, staffOf(request)),
        kinds: await kindsToday(),
        values: state.values,
        errors: state.errors,
      },
      title: 'Ghi nhanh một lượt',
      lang: 'vi',
      status: state.status,
    });
  }
}
