import type { FastifyInstance } from 'fastify';
import { workList } from '../../modules/dossiers/index.ts';
import { maskPhone, may, needStaff, type StaffSession, staffOf } from '../../modules/identity/index.ts';
import { liveSessionsOf } from '../../modules/mandates/index.ts';
import { workCalendarOf } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { toListRow } from '../dossiers/rows.ts';
import { sessionPath } from '../help/paths.ts';
import { deskShell } from '../shell.ts';
import { DESK_HOME } from '../sign-in/paths.ts';
import { showWhen } from '../when.ts';
import HomePage from './HomePage.svelte';

/** Dossiers shown at once: the first look of the day. */
const MOST_URGENT = 5;

/** `/desk`: what waits for this person, by role. */
export function deskHome(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;

  app.get(DESK_HOME, { onRequest: needStaff(platform, 'desk.enter') }, async (request, reply) => {
    const session = staffOf(request);
    const [work, help] = await Promise.all([
      may(session, 'dossier.see') ? workOf(session) : null,
      may(session, 'help.start') ? sessionsOf(session) : null,
    ]);
    return sendPage(platform, reply, {
      component: HomePage,
      props: {
        layout: deskShell(platform, request, session),
        work,
        help,
        seesFigures: may(session, 'figures.see'),
      },
      title: 'Bàn làm việc',
      lang: 'vi',
    });
  });

  async function workOf({ unitId }: StaffSession) {
    const now = clock.now();
    const query = {
      unitId,
      filter: 'working' as const,
      overdueOnly: false,
      text: '',
      page: 1,
      pageSize: MOST_URGENT,
      now,
    };
    const [list, calendar] = await Promise.all([
      workList(database.db, query),
      workCalendarOf(database.db, unitId, now),
    ]);
    return {
      counts: list.counts,
      overdue: list.overdue,
      urgent: list.rows.map((row) => toListRow(row, now, calendar)),
    };
  }

  async function sessionsOf({ unitId, staffId }: StaffSession) {
    const open = await liveSessionsOf(database.db, unitId, staffId, clock.now());
    return open.map((one) => ({
      href: sessionPath(one.helperSessionId),
      who: one.citizenName ?? 'Người dân chưa ghi tên',
      meta: `${one.citizenPhone ? maskPhone(one.citizenPhone) : ''} · từ ${showWhen(one.startedAt)}`,
    }));
  }
}
