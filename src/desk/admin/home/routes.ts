import type { FastifyInstance } from 'fastify';
import { may, needStaff, staffOf } from '../../../modules/identity/index.ts';
import { currentHomeUnit, toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { deskShell } from '../../shell.ts';
import { ADMIN_AREAS } from '../areas.ts';
import { ADMIN } from '../paths.ts';
import AdminHomePage from './AdminHomePage.svelte';

/** `/desk/admin`: the set-up checklist and the areas that this person may enter. */
export function adminHome(app: FastifyInstance, platform: Platform): void {
  app.get(ADMIN, { onRequest: needStaff(platform, 'admin.enter') }, async (request, reply) => {
    const session = staffOf(request);
    const now = platform.clock.now();
    const at = { platform, session, now, today: toLocal(now).date };
    const home = await currentHomeUnit(platform.database.db, now);
    const isHome = home?.unitId === session.unitId;
    const mine = ADMIN_AREAS.filter(({ action, homeUnitOnly }) => may(session, action) && (isHome || !homeUnitOnly));
    const areas = await Promise.all(
      mine.map(async ({ path, title, text, icon, setUp }) => ({
        path,
        title,
        text,
        icon,
        step: (await setUp?.(at)) ?? null,
      })),
    );
    return sendPage(platform, reply, {
      component: AdminHomePage,
      props: { layout: deskShell(platform, request, session), unitName: session.unitName, areas },
      title: 'Quản trị',
      lang: 'vi',
    });
  });
}
