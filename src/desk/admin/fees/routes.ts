import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  catalogueSearchOf,
  type FeeForm,
  feeHistory,
  offerRows,
  procedurePage,
  readFee,
  refuseCatalogue,
  saveFee,
} from '../../../modules/catalogue/index.ts';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import type { DateValue } from '../../../ui/components/field/field-model.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { dayBoxes, dayBoxesOf, dayOf, dayTyped } from '../day-field.ts';
import FeePage from './FeePage.svelte';
import ListPage from './ListPage.svelte';
import { ADMIN_FEES, feeEndPath, feePath } from './paths.ts';
import { feeViews } from './view.ts';

const ROWS = 50;
const Params = Type.Object({ code: Type.String({ pattern: '^\\d\\.\\d{6}$' }) });
const Query = Type.Object({ q: Line(300), trang: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$' })) });
const Done = Type.Object({ xong: Line(10) });
const Form = Type.Object({
  channel: Line(20),
  label: Line(400),
  amount: Line(40),
  per: Line(10),
  furtherFrom: Line(10),
  further: Line(40),
  cap: Line(40),
  exemptions: Line(1200),
  source: Line(600),
  verified: Line(5),
  ...dayBoxes,
});

const EMPTY: FeeForm = {
  channel: '',
  label: '',
  amount: '',
  per: 'case',
  furtherFrom: '',
  further: '',
  cap: '',
  exemptions: '',
  source: '',
};

type Shown = { form: FeeForm & { day: DateValue; verified: boolean }; faults: [string, Refusal][]; ends: boolean };

/** `/desk/admin/le-phi`: fees of the unit, dated, with their sources. */
export function adminFees(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  const onRequest = needStaff(platform, 'catalogue.manage');
  const today = () => toLocal(platform.clock.now()).date;

  app.get(ADMIN_FEES, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const session = staffOf(request);
    const { q = '', trang = '1' } = request.query;
    const page = Math.max(1, Number(trang));
    const asked = q.trim();
    const date = today();
    const found = asked ? (await catalogueSearchOf(db).search(asked, date, ROWS)).map(({ code }) => code) : undefined;
    const { rows, total } = await offerRows(db, {
      unitId: session.unitId,
      date,
      which: 'offered',
      ...(found ? { codes: found } : {}),
      limit: ROWS,
      offset: (page - 1) * ROWS,
    });
    return sendPage(platform, reply, {
      component: ListPage,
      props: {
        layout: deskShell(platform, request, session),
        rows: rows.map(({ code, name, fees }) => ({ href: feePath(code), code, name, fees })),
        q: asked,
        page,
        pages: Math.ceil(total / ROWS),
      },
      title: 'Phí, lệ phí',
      lang: 'vi',
    });
  });

  app.get(feePath(':code'), { onRequest, schema: { params: Params, querystring: Done } }, (request, reply) =>
    feePage(request, reply, request.params.code, null, request.query.xong !== undefined),
  );

  app.post(feePath(':code'), { onRequest, schema: { params: Params, body: Form } }, (request, reply) =>
    write(request, reply, request.params.code, request.body, false),
  );

  app.post(feeEndPath(':code'), { onRequest, schema: { params: Params, body: Form } }, (request, reply) =>
    write(request, reply, request.params.code, request.body, true),
  );

  async function write(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    body: Type.Static<typeof Form>,
    ends: boolean,
  ) {
    const { unitId, staffId } = staffOf(request);
    const now = platform.clock.now();
    const form: FeeForm = { ...EMPTY, ...definedOf(body) };
    const read = readFee(form, ends);
    const faults: [string, Refusal][] = 'faults' in read ? [...read.faults] : [];
    const day = dayOf(body);
    if (!day) faults.push(['day', refuseCatalogue('date-invalid')]);
    if (day && 'fields' in read) {
      const verifiedAt = body.verified === 'yes' ? today() : null;
      const dated = { effectiveFrom: day, effectiveTo: null, verifiedAt };
      const refused = await saveFee(db, {
        unitId,
        actor: `staff:${staffId}`,
        now,
        code,
        fields: read.fields,
        ...dated,
      });
      if (!refused) return reply.redirect(`${feePath(code)}?xong=1`, 303);
      throw new RefusalError(refused);
    }
    const typed = { ...form, day: dayTyped(body), verified: body.verified === 'yes' };
    return feePage(request, reply, code, { form: typed, faults, ends }, false);
  }

  async function feePage(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    shown: Shown | null,
    done: boolean,
  ) {
    const session = staffOf(request);
    const date = today();
    const [page, history] = await Promise.all([
      procedurePage(db, code, session.unitId, date),
      feeHistory(db, session.unitId, code, date),
    ]);
    if (!page) throw new RefusalError(refuseCatalogue('not-found'));
    return sendPage(platform, reply, {
      component: FeePage,
      props: {
        layout: deskShell(platform, request, session),
        code,
        name: page.name,
        guideText: page.guide?.vi.howMuch ?? null,
        rows: feeViews(history, page.unitFees, date),
        form: shown?.ends === false ? shown.form : { ...EMPTY, day: dayBoxesOf(date), verified: false },
        ending: shown?.ends ? shown.form : null,
        today: dayBoxesOf(date),
        errors: (shown?.faults ?? []).map(([name, fault]) => ({ name, message: problemText(fault) })),
        done,
      },
      title: `Lệ phí: ${page.name}`,
      lang: 'vi',
      status: shown?.faults[0] ? problemStatus(shown.faults[0][1]) : 200,
    });
  }
}

/** The fields of the form that were sent. */
const definedOf = (body: Record<string, string | undefined>): Partial<FeeForm> =>
  Object.fromEntries(Object.keys(EMPTY).flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])));
