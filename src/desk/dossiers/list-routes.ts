import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { WORK_FILTERS, type WorkFilter, workList } from '../../modules/dossiers/index.ts';
import { needStaff, staffOf } from '../../modules/identity/index.ts';
import { workCalendarOf } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { Line } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import { DOSSIERS, FILTER_SLUGS } from './paths.ts';
import { toListRow } from './rows.ts';
import WorkListPage from './WorkListPage.svelte';

const PAGE_SIZE = 25;

const ListQuery = Type.Object({
  loc: Line(20),
  q: Line(100),
  'qua-han': Type.Optional(Type.Literal('1')),
  trang: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
});

const isFilter = (name: string): name is WorkFilter => Object.hasOwn(WORK_FILTERS, name);

/** The filter of an address; somebody who searches looks everywhere, everybody else begins with what is new. */
function filterOf(slug: string, text: string): WorkFilter {
  const found = Object.entries(FILTER_SLUGS).find(([, known]) => known === slug)?.[0];
  return found && isFilter(found) ? found : text ? 'all' : 'new';
}

/** `/desk/ho-so`: what waits, most urgent first. */
export function deskListPages(fastify: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  fastify
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      DOSSIERS,
      { onRequest: needStaff(platform, 'dossier.see'), schema: { querystring: ListQuery } },
      async (request, reply) => {
        const session = staffOf(request);
        const now = clock.now();
        const text = (request.query.q ?? '').normalize('NFC').trim();
        const overdueOnly = request.query['qua-han'] === '1';
        const filter = overdueOnly ? 'working' : filterOf(request.query.loc ?? '', text);
        const page = request.query.trang ?? 1;
        const { unitId } = session;
        const query = { unitId, filter, overdueOnly, text, page, pageSize: PAGE_SIZE, now };
        const [list, calendar] = await Promise.all([
          workList(database.db, query),
          workCalendarOf(database.db, unitId, now),
        ]);
        return sendPage(platform, reply, {
          component: WorkListPage,
          props: {
            layout: deskShell(platform, request, session),
            rows: list.rows.map((row) => toListRow(row, now, calendar)),
            counts: list.counts,
            overdue: list.overdue,
            total: list.total,
            address: { filter, overdueOnly, text, page },
            pages: Math.max(1, Math.ceil(list.total / PAGE_SIZE)),
          },
          title: 'Hồ sơ một cửa',
          lang: 'vi',
        });
      },
    );
}
