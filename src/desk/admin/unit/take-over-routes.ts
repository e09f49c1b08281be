import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, neighbourhoodCounts, reassignNeighbourhood, staffOf } from '../../../modules/identity/index.ts';
import { predecessorsOf, toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, problemStatus, problemText } from '../../../platform/problem.ts';
import { deskShell } from '../../shell.ts';
import { UNIT_TAKE_OVER } from './paths.ts';
import TakeOverPage from './TakeOverPage.svelte';

const Uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const Query = Type.Object({ xong: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })) });
const Form = Type.Object({
  fromUnit: Type.String({ maxLength: 80 }),
  from: Type.String({ pattern: Uuid }),
  to: Type.Optional(Type.Union([Type.String({ pattern: Uuid }), Type.Literal('')])),
});

/** `/desk/admin/don-vi/nhan-ho`: takes the households of a predecessor over, one neighbourhood at a time. */
export function takeOverPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'unit.manage');

  app.get(UNIT_TAKE_OVER, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const moved = request.query.xong === undefined ? null : Number(request.query.xong);
    return takeOverPage(request, reply, { moved, failed: null });
  });

  app.post(UNIT_TAKE_OVER, { onRequest, schema: { body: Form } }, async (request, reply) => {
    const { fromUnit, from, to } = request.body;
    const { unitId, staffId } = staffOf(request);
    const fail = (message: string, status: number) =>
      takeOverPage(request, reply, { moved: null, failed: { from, message, status } });
    if (!to) return fail('Hãy chọn khu phố của đơn vị mình sẽ nhận các hộ này.', 422);
    const moved = await reassignNeighbourhood(database.db, {
      from: { unitId: fromUnit, neighbourhoodId: from },
      // Households are taken into the officer's own unit, whatever the request says.
      to: { unitId, neighbourhoodId: to },
      actor: `staff:${staffId}`,
      now: clock.now(),
      newId,
    });
    if (isRefusal(moved)) return fail(problemText(moved), problemStatus(moved));
    return reply.redirect(`${UNIT_TAKE_OVER}?xong=${moved.moved}`, 303);
  });

  async function takeOverPage(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { moved: number | null; failed: { from: string; message: string; status: number } | null },
  ) {
    const session = staffOf(request);
    const before = await predecessorsOf(database.db, session.unitId, toLocal(clock.now()).date);
    const all = await neighbourhoodCounts(database.db, [session.unitId, ...before.map(({ unitId }) => unitId)]);
    const names = new Map(before.map(({ unitId, name }) => [unitId, name]));
    return sendPage(platform, reply, {
      component: TakeOverPage,
      props: {
        layout: deskShell(platform, request, session),
        unitName: session.unitName,
        predecessors: before.map(({ name }) => name),
        waiting: all
          .filter(({ unitId, households }) => unitId !== session.unitId && households > 0)
          .map((one) => ({ ...one, unitName: names.get(one.unitId) ?? '' })),
        own: all
          .filter(({ unitId }) => unitId === session.unitId)
          .map(({ neighbourhoodId, name }) => ({ value: neighbourhoodId, label: name })),
        ...shown,
      },
      title: shown.failed ? 'Lỗi: Nhận hộ từ đơn vị cũ' : 'Nhận hộ từ đơn vị cũ',
      lang: 'vi',
      status: shown.failed?.status ?? 200,
    });
  }
}
