import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { chooseUnit, needStaff, sessionToken, staffOf, unitsToday } from '../../modules/identity/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { ROLE_LABELS } from '../role-labels.ts';
import { deskShell } from '../shell.ts';
import { DESK_HOME } from '../sign-in/paths.ts';
import { UNIT_CHOICE } from './paths.ts';
import UnitChoicePage from './UnitChoicePage.svelte';

const Form = Type.Object({ unit: Type.String({ maxLength: 100 }) });

/** `/desk/don-vi`: which unit to work for, of those where one holds a role today. */
export function deskUnitChoice(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'desk.enter');

  app.get(UNIT_CHOICE, { onRequest }, async (request, reply) => {
    const session = staffOf(request);
    const units = await unitsToday(database.db, session.staffId, toLocal(clock.now()).date);
    return sendPage(platform, reply, {
      component: UnitChoicePage,
      props: {
        layout: deskShell(platform, request, session),
        units: units.map(({ unitId, name, roles }) => ({
          unitId,
          name,
          roles: roles.map((role) => ROLE_LABELS[role]).join(', '),
          isNow: unitId === session.unitId,
        })),
      },
      title: 'Chọn đơn vị làm việc',
      lang: 'vi',
    });
  });

  app.post(UNIT_CHOICE, { onRequest, schema: { body: Form } }, async (request, reply) => {
    const refused = await chooseUnit(database.db, {
      token: sessionToken(request, 'staff'),
      session: staffOf(request),
      unitId: request.body.unit,
      now: clock.now(),
    });
    if (refused) throw new RefusalError(refused);
    return reply.redirect(DESK_HOME, 303);
  });
}
