import type { FastifyInstance } from 'fastify';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { addDays, findUnitOrLast, localDate, toLocal, unitFile } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { refusePlatform } from '../../../platform/problem.ts';
import { deskShell } from '../../shell.ts';
import { UNIT } from './paths.ts';
import UnitPage from './UnitPage.svelte';

/** `/desk/admin/don-vi`: the unit today and its history. */
export function unitPages(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  app.get(UNIT, { onRequest: needStaff(platform, 'unit.manage') }, async (request, reply) => {
    const session = staffOf(request);
    const today = toLocal(clock.now()).date;
    const unit = await findUnitOrLast(database.db, session.unitId, today);
    if (!unit) throw new RefusalError(refusePlatform('not-found'));
    const { versions, ...file } = await unitFile(database.db, session.unitId, today);
    return sendPage(platform, reply, {
      component: UnitPage,
      props: {
        layout: deskShell(platform, request, session),
        unit,
        ...file,
        versions: versions.map((one) => ({
          ...one,
          // An end in the register is the first day of what came after.
          lastDay: one.validTo ? addDays(localDate(one.validTo), -1) : null,
        })),
        today,
      },
      title: 'Sáp nhập và tên cũ',
      lang: 'vi',
    });
  });
}
