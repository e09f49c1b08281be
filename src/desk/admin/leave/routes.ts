import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import {
  addSubstitute,
  cancelLeave,
  endSubstitution,
  enterLeave,
  leaveBook,
  needStaff,
  staffOf,
} from '../../../modules/identity/index.ts';
import { toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, refusePlatform } from '../../../platform/problem.ts';
import { Boxes, Line, ticked } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import LeaveListPage from './LeaveListPage.svelte';
import LeavePage from './LeavePage.svelte';
import { cancelPath, DONE, donePath, endPath, LEAVE, leavePath, substitutePath } from './paths.ts';
import { choicesOf, errorsOf, type FieldError, leaveLine } from './view.ts';

const dayBoxes = { day: Line(4), month: Line(4), year: Line(6) };
const Substitute = { substitute: Line(40), roles: Boxes };
const LeaveForm = Type.Object({
  who: Line(40),
  'from-day': dayBoxes.day,
  'from-month': dayBoxes.month,
  'from-year': dayBoxes.year,
  'to-day': dayBoxes.day,
  'to-month': dayBoxes.month,
  'to-year': dayBoxes.year,
  ...Substitute,
});
const Params = Type.Object({ leaveId: Type.String({ format: 'uuid' }) });
const EndParams = Type.Object({
  leaveId: Type.String({ format: 'uuid' }),
  substitutionId: Type.String({ format: 'uuid' }),
});
const DoneQuery = Type.Object({ xong: Line(20) });

const typedLeave = (body: Static<typeof LeaveForm>) => ({
  who: body.who ?? '',
  from: { day: body['from-day'] ?? '', month: body['from-month'] ?? '', year: body['from-year'] ?? '' },
  to: { day: body['to-day'] ?? '', month: body['to-month'] ?? '', year: body['to-year'] ?? '' },
  substitute: body.substitute ?? '',
  roles: ticked(body.roles),
});
type TypedLeave = ReturnType<typeof typedLeave>;

const iso = ({ day, month, year }: TypedLeave['from']): string =>
  `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;

/** `/desk/admin/vang-mat`: who is away and who stands in; for administrators and leaders. */
export function leavePages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'leave.manage');
  const by = (request: FastifyRequest) => ({ db: database.db, session: staffOf(request), now: clock.now() });

  app.get(LEAVE, { onRequest, schema: { querystring: DoneQuery } }, async (request, reply) =>
    listPage(request, reply, { typed: typedLeave({}), errors: [], done: request.query.xong }),
  );

  app.post(LEAVE, { onRequest, schema: { body: LeaveForm } }, async (request, reply) => {
    const typed = typedLeave(request.body);
    const ids = { leaveId: newId(), substitutionId: newId() };
    const entered = await enterLeave(by(request), ids, {
      staffId: typed.who,
      from: iso(typed.from),
      to: iso(typed.to),
      substituteId: typed.substitute,
      roles: typed.roles,
    });
    if ('faults' in entered) return listPage(request, reply, { typed, errors: errorsOf(entered) });
    return reply.redirect(donePath(leavePath(entered.leaveId), 'nhap'), 303);
  });

  app.get(
    leavePath(':leaveId'),
    { onRequest, schema: { params: Params, querystring: DoneQuery } },
    async (request, reply) => leavePage(request, reply, request.params.leaveId, { done: request.query.xong }),
  );

  app.post(
    substitutePath(':leaveId'),
    { onRequest, schema: { params: Params, body: Type.Object(Substitute) } },
    async (request, reply) => {
      const { leaveId } = request.params;
      const { substitute = '', roles } = request.body;
      const form = { substituteId: substitute, roles: ticked(roles) };
      const added = await addSubstitute(by(request), { leaveId, substitutionId: newId() }, form);
      if (isRefusal(added)) throw new RefusalError(added);
      if (added) return leavePage(request, reply, leaveId, { typed: form, errors: errorsOf(added) });
      return reply.redirect(donePath(leavePath(leaveId), 'thay'), 303);
    },
  );

  app.post(
    endPath(':leaveId', ':substitutionId'),
    { onRequest, schema: { params: EndParams } },
    async (request, reply) => {
      const { leaveId, substitutionId } = request.params;
      const refused = await endSubstitution(by(request), leaveId, substitutionId);
      if (refused) throw new RefusalError(refused);
      return reply.redirect(donePath(leavePath(leaveId), 'ket-thuc'), 303);
    },
  );

  app.post(cancelPath(':leaveId'), { onRequest, schema: { params: Params } }, async (request, reply) => {
    const refused = await cancelLeave(by(request), request.params.leaveId);
    if (refused) throw new RefusalError(refused);
    return reply.redirect(donePath(LEAVE, 'huy'), 303);
  });

  const doneText = (slug: string | undefined) => Object.entries(DONE).find(([key]) => key === slug)?.[1] ?? null;

  async function listPage(
    request: FastifyRequest,
    reply: FastifyReply,
    state: { typed: TypedLeave; errors: readonly FieldError[]; done?: string | undefined },
  ) {
    const session = staffOf(request);
    const today = toLocal(clock.now()).date;
    const book = await leaveBook(database.db, session.unitId, today);
    return sendPage(platform, reply, {
      component: LeaveListPage,
      props: {
        layout: deskShell(platform, request, session),
        unitName: session.unitName,
        leaves: book.leaves.map((leave) => leaveLine(leave, today)),
        choices: choicesOf(book, session),
        typed: state.typed,
        errors: state.errors,
        done: doneText(state.done),
      },
      title: 'Vắng mặt, làm thay',
      lang: 'vi',
      status: state.errors.length > 0 ? 422 : 200,
    });
  }

  async function leavePage(
    request: FastifyRequest,
    reply: FastifyReply,
    leaveId: string,
    state: {
      typed?: { substituteId: string; roles: readonly string[] };
      errors?: readonly FieldError[];
      done?: string | undefined;
    },
  ) {
    const session = staffOf(request);
    const today = toLocal(clock.now()).date;
    const book = await leaveBook(database.db, session.unitId, today, leaveId);
    const leave = book.leaves[0];
    if (!leave) throw new RefusalError(refusePlatform('not-found'));
    const { typed = { substituteId: '', roles: [] }, errors = [] } = state;
    return sendPage(platform, reply, {
      component: LeavePage,
      props: {
        layout: deskShell(platform, request, session),
        leave: leaveLine(leave, today),
        isOpen: !leave.cancelled && leave.validTo > today,
        choices: choicesOf(book, session, leave.staffId),
        typed,
        errors,
        done: doneText(state.done),
      },
      title: `Vắng mặt: ${leave.name}`,
      lang: 'vi',
      status: errors.length > 0 ? 422 : 200,
    });
  }
}
