import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import {
  catalogueSearchOf,
  guidedCodes,
  offerFaults,
  offerHistory,
  offerProcedures,
  offerRows,
  type Route,
  refuseCatalogue,
} from '../../../modules/catalogue/index.ts';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import { Boxes, Line, ticked } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { dayBoxes, dayBoxesOf, dayOf, dayTyped } from '../day-field.ts';
import ListPage from './ListPage.svelte';
import OnePage from './OnePage.svelte';
import { ADMIN_PROCEDURES, adminProcedurePath } from './paths.ts';
import { ROUTE_LABELS } from './text.ts';
import { historyLines, procedureLine, WHICH } from './view.ts';

/** As many as a posted form may tick. */
const ROWS = 50;

const Query = Type.Object({
  q: Line(300),
  xem: Line(20),
  trang: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$' })),
  ghi: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
});
const Form = Type.Object({
  q: Line(300),
  xem: Line(20),
  code: Boxes,
  all: Line(10),
  offered: Line(10),
  route: Line(30),
  source: Line(600),
  ...dayBoxes,
});

type Typed = Static<typeof Form>;
type Asked = { readonly q: string; readonly xem: string; readonly page: number };

/** `/desk/admin/thu-tuc`: which procedures the unit takes, and where they are filed, many at once. */
export function adminProcedures(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  const onRequest = needStaff(platform, 'catalogue.manage');
  const today = () => toLocal(platform.clock.now()).date;

  app.get(ADMIN_PROCEDURES, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const { q = '', xem = '', trang = '1', ghi } = request.query;
    const asked = { q: q.trim(), xem, page: Math.max(1, Number(trang)) };
    return listPage(request, reply, asked, null, [], ghi === undefined ? null : Number(ghi));
  });

  app.post(ADMIN_PROCEDURES, { onRequest, schema: { body: Form } }, async (request, reply) => {
    const { unitId, staffId } = staffOf(request);
    const { body } = request;
    const codes = body.all === 'guided' ? await guidedCodes(db) : ticked(body.code);
    const route = (Object.keys(ROUTE_LABELS) as Route[]).find((one) => one === body.route) ?? null;
    const offered = body.offered === 'yes' ? true : body.offered === 'no' ? false : null;
    const sourceRef = (body.source ?? '').replace(/\s+/g, ' ').trim();
    const day = dayOf(body);
    const faults = offerFaults({ codes, offered, route, sourceRef });
    if (!day) faults.push(['day', refuseCatalogue('date-invalid')]);
    const asked = { q: body.q ?? '', xem: body.xem ?? '', page: 1 };
    if (!day || faults.length > 0) return listPage(request, reply, asked, body, faults, null);
    const change = { unitId, actor: `staff:${staffId}`, now: platform.clock.now(), codes, offered, route, sourceRef };
    const done = await offerProcedures(db, { ...change, effectiveFrom: day });
    if (isRefusal(done)) return listPage(request, reply, asked, body, [['code', done]], null);
    const back = new URLSearchParams({ q: asked.q, xem: asked.xem, ghi: String(done.written) });
    return reply.redirect(`${ADMIN_PROCEDURES}?${back}`, 303);
  });

  app.get(
    adminProcedurePath(':code'),
    { onRequest, schema: { params: Type.Object({ code: Type.String({ pattern: '^\\d\\.\\d{6}$' }) }) } },
    async (request, reply) => {
      const session = staffOf(request);
      const { code } = request.params;
      const query = { unitId: session.unitId, date: today(), codes: [code], which: 'commune' as const };
      const [{ rows }, history] = await Promise.all([
        offerRows(db, { ...query, limit: 1, offset: 0 }),
        offerHistory(db, session.unitId, code),
      ]);
      if (!rows[0]) throw new RefusalError(refuseCatalogue('not-found'));
      return sendPage(platform, reply, {
        component: OnePage,
        props: {
          layout: deskShell(platform, request, session),
          line: procedureLine(rows[0]),
          field: rows[0].field,
          routeSource: rows[0].routeSource,
          fees: rows[0].fees,
          history: historyLines(history),
        },
        title: rows[0].name,
        lang: 'vi',
      });
    },
  );

  async function listPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { q, xem, page }: Asked,
    form: Typed | null,
    faults: readonly (readonly [string, Refusal])[],
    written: number | null,
  ) {
    const session = staffOf(request);
    const date = today();
    const which = WHICH[xem] ?? 'guided';
    const found = q ? (await catalogueSearchOf(db).search(q, date, ROWS)).map(({ code }) => code) : undefined;
    const { rows, total, counts } = await offerRows(db, {
      unitId: session.unitId,
      date,
      which,
      ...(found ? { codes: found } : {}),
      limit: ROWS,
      offset: (page - 1) * ROWS,
    });
    return sendPage(platform, reply, {
      component: ListPage,
      props: {
        layout: deskShell(platform, request, session),
        lines: rows.map(procedureLine),
        q,
        xem: Object.entries(WHICH).find(([, value]) => value === which)?.[0] ?? 'huong-dan',
        page,
        pages: Math.ceil(total / ROWS),
        total,
        counts,
        form: {
          chosen: ticked(form?.code),
          offered: form ? (form.offered ?? '') : 'yes',
          route: form?.route ?? '',
          source: form?.source ?? '',
          day: form ? dayTyped(form) : dayBoxesOf(date),
        },
        errors: faults.map(([name, fault]) => ({ name, message: problemText(fault) })),
        written,
      },
      title: 'Thủ tục và nơi nộp',
      lang: 'vi',
      status: faults[0] ? problemStatus(faults[0][1]) : 200,
    });
  }
}
