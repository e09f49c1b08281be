import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import {
  addNeighbourhood,
  closeNeighbourhood,
  listNeighbourhoods,
  refuseUnits,
  renameNeighbourhood,
  toLocal,
} from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import type { DateValue } from '../../../ui/components/field/field-model.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { dayBoxes, dayBoxesOf, dayOf, dayTyped } from '../day-field.ts';
import { importPages } from '../import/routes.ts';
import { neighbourhoodImport } from './import.ts';
import ListPage from './ListPage.svelte';
import OnePage from './OnePage.svelte';
import { closePath, NEIGHBOURHOODS, neighbourhoodPath, renamePath } from './paths.ts';
import { neighbourhoodRow } from './view.ts';

const AddForm = Type.Object({ key: Type.String({ format: 'uuid' }), name: Line(300), ...dayBoxes });
const RenameForm = Type.Object({ name: Line(300), ...dayBoxes });
const CloseForm = Type.Object(dayBoxes);
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Query = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 20 })) });

const DONE = new Map([
  ['them', 'Đã thêm vào danh sách.'],
  ['doi-ten', 'Đã ghi tên mới.'],
  ['ket-thuc', 'Đã ghi ngày kết thúc.'],
]);

type Shown = { readonly form: { name: string; day: DateValue }; readonly refusal: Refusal };
const namesDay = (refusal: Refusal): boolean => /date|closed|before-start/.test(refusal.refused);
const errorsOf = (refusal: Refusal | undefined) =>
  refusal ? [{ name: namesDay(refusal) ? 'day' : 'name', message: problemText(refusal) }] : [];

/** `/desk/admin/khu-pho`: neighbourhoods of the unit, their names by date, and lists from files. */
export function adminNeighbourhoods(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  const onRequest = needStaff(platform, 'unit.manage');
  const by = (request: FastifyRequest) => {
    const { unitId, staffId } = staffOf(request);
    return { unitId, actor: `staff:${staffId}`, now: platform.clock.now() };
  };

  importPages(fastify, platform, neighbourhoodImport);

  app.get(NEIGHBOURHOODS, { onRequest, schema: { querystring: Query } }, async (request, reply) =>
    listPage(request, reply, null, DONE.get(request.query.xong ?? '') ?? null),
  );

  app.post(NEIGHBOURHOODS, { onRequest, schema: { body: AddForm } }, async (request, reply) => {
    const { key, name = '' } = request.body;
    const day = dayOf(request.body);
    const refusal = day
      ? await addNeighbourhood(db, by(request), { neighbourhoodId: key, name, validFrom: day })
      : refuseUnits('date-invalid');
    if (!refusal) return reply.redirect(`${NEIGHBOURHOODS}?xong=them`, 303);
    return listPage(request, reply, { form: { name, day: dayTyped(request.body) }, refusal }, null);
  });

  app.get(neighbourhoodPath(':id'), { onRequest, schema: { params: Params } }, async (request, reply) =>
    onePage(request, reply, request.params.id, null, null),
  );

  app.post(renamePath(':id'), { onRequest, schema: { params: Params, body: RenameForm } }, async (request, reply) => {
    const { name = '' } = request.body;
    const day = dayOf(request.body);
    const change = { neighbourhoodId: request.params.id, name, validFrom: day ?? '' };
    const refusal = day ? await renameNeighbourhood(db, by(request), change) : refuseUnits('date-invalid');
    if (!refusal) return reply.redirect(`${NEIGHBOURHOODS}?xong=doi-ten`, 303);
    return onePage(request, reply, request.params.id, 'rename', {
      form: { name, day: dayTyped(request.body) },
      refusal,
    });
  });

  app.post(closePath(':id'), { onRequest, schema: { params: Params, body: CloseForm } }, async (request, reply) => {
    const day = dayOf(request.body);
    const change = { neighbourhoodId: request.params.id, validTo: day ?? '' };
    const refusal = day ? await closeNeighbourhood(db, by(request), change) : refuseUnits('date-invalid');
    if (!refusal) return reply.redirect(`${NEIGHBOURHOODS}?xong=ket-thuc`, 303);
    const form = { name: '', day: dayTyped(request.body) };
    return onePage(request, reply, request.params.id, 'close', { form, refusal });
  });

  async function listPage(request: FastifyRequest, reply: FastifyReply, shown: Shown | null, done: string | null) {
    const session = staffOf(request);
    const today = toLocal(platform.clock.now()).date;
    const all = await listNeighbourhoods(db, { unitId: session.unitId, date: today, all: true });
    return sendPage(platform, reply, {
      component: ListPage,
      props: {
        layout: deskShell(platform, request, session),
        rows: all.map((one) => neighbourhoodRow(one, today)),
        form: shown?.form ?? { name: '', day: dayBoxesOf(today) },
        key: newId(),
        errors: errorsOf(shown?.refusal),
        done,
      },
      title: 'Khu phố, ấp',
      lang: 'vi',
      status: shown ? problemStatus(shown.refusal) : 200,
    });
  }

  /** @throws RefusalError `units.neighbourhood-unknown`, also for another unit's */
  async function onePage(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    sent: 'rename' | 'close' | null,
    shown: Shown | null,
  ) {
    const session = staffOf(request);
    const today = toLocal(platform.clock.now()).date;
    const all = await listNeighbourhoods(db, { unitId: session.unitId, date: today, all: true });
    const one = all.find(({ neighbourhoodId }) => neighbourhoodId === id);
    if (!one) throw new RefusalError(refuseUnits('neighbourhood-unknown'));
    return sendPage(platform, reply, {
      component: OnePage,
      props: {
        layout: deskShell(platform, request, session),
        row: neighbourhoodRow(one, today),
        sent,
        form: shown?.form ?? { name: '', day: {} },
        today: dayBoxesOf(today),
        errors: errorsOf(shown?.refusal),
      },
      title: one.name,
      lang: 'vi',
      status: shown ? problemStatus(shown.refusal) : 200,
    });
  }
}
