import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import {
  cancelOpeningHours,
  cancelUnitDay,
  type FormFault,
  formOfHours,
  type HoursForm,
  hoursOn,
  readHours,
  readUnitDay,
  setOpeningHours,
  setUnitDay,
  showDate,
  toLocal,
  type UnitDayForm,
  unitCalendarHistory,
  workCalendarOf,
} from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import HoursPage from './HoursPage.svelte';
import { HOURS, HOURS_CANCEL, UNIT_DAY_CANCEL, UNIT_DAYS } from './paths.ts';
import { dayEntries, hourEntries } from './view.ts';

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const HoursBody = Type.Object({
  from: Line(20),
  source: Line(300),
  ...Object.fromEntries(WEEKDAYS.map((weekday) => [`day-${weekday}`, Line(80)])),
});
const DayBody = Type.Object({ day: Line(20), kind: Line(20), name: Line(120), hours: Line(80), source: Line(300) });
const CancelBody = Type.Object({ date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) });
const Query = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 20 })) });

const DONE: Readonly<Record<string, string>> = {
  gio: 'Đã lưu giờ làm việc. Hồ sơ nhận từ bây giờ tính theo giờ mới; hồ sơ đã nhận giữ ngày hẹn cũ.',
  ngay: 'Đã lưu ngày riêng của đơn vị.',
  bo: 'Đã bỏ mục này; lịch quay về như trước khi ghi.',
};

const EMPTY_DAY: UnitDayForm = {
  day: '',
  kind: 'extra-reception',
  name: 'Ngày thứ bảy thân thiện',
  hours: '',
  source: '',
};

interface Shown {
  readonly done?: string | undefined;
  readonly hours?: HoursForm;
  readonly day?: UnitDayForm;
  readonly faults?: readonly FormFault[];
}

/** `/desk/admin/gio-lam-viec`: opening hours from a day on, and the unit's own days. */
export function adminHours(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const { db } = database;
  const onRequest = needStaff(platform, 'unit.manage');
  const today = () => toLocal(clock.now()).date;
  const edit = (request: FastifyRequest) => {
    const { unitId, staffId, name } = staffOf(request);
    return { unitId, by: { staffId, name }, now: clock.now() };
  };
  const back = (reply: FastifyReply, done: string) => reply.redirect(`${HOURS}?xong=${done}`, 303);

  app.get(HOURS, { onRequest, schema: { querystring: Query } }, async (request, reply) =>
    page(request, reply, { done: DONE[request.query.xong ?? ''] }),
  );

  app.post(HOURS, { onRequest, schema: { body: HoursBody } }, async (request, reply) => {
    const body = request.body as Record<string, string | undefined>;
    const form: HoursForm = {
      from: body.from ?? '',
      days: WEEKDAYS.map((weekday) => body[`day-${weekday}`] ?? ''),
      source: (body.source ?? '').normalize('NFC').trim(),
    };
    const { hours, faults } = readHours(form, today());
    if (!hours) return page(request, reply, { hours: form, faults });
    const refused = await setOpeningHours(db, edit(request), hours, form.source);
    if (refused) throw new RefusalError(refused);
    return back(reply, 'gio');
  });

  app.post(UNIT_DAYS, { onRequest, schema: { body: DayBody } }, async (request, reply) => {
    const { day = '', kind = '', name = '', hours = '', source = '' } = request.body;
    const form: UnitDayForm = { day, kind, name, hours, source };
    const calendar = await workCalendarOf(db, staffOf(request).unitId, clock.now());
    const read = readUnitDay(form, calendar, today());
    if (!read.day) {
      // Both forms stand on one page: fields of this one carry its name.
      const faults = read.faults.map((fault) => ({ ...fault, name: `unit-${fault.name}` }));
      return page(request, reply, { day: form, faults });
    }
    const refused = await setUnitDay(db, edit(request), read.day);
    if (refused) throw new RefusalError(refused);
    return back(reply, 'ngay');
  });

  app.post(HOURS_CANCEL, { onRequest, schema: { body: CancelBody } }, async (request, reply) => {
    const refused = await cancelOpeningHours(db, edit(request), request.body.date);
    if (refused) throw new RefusalError(refused);
    return back(reply, 'bo');
  });

  app.post(UNIT_DAY_CANCEL, { onRequest, schema: { body: CancelBody } }, async (request, reply) => {
    const refused = await cancelUnitDay(db, edit(request), request.body.date);
    if (refused) throw new RefusalError(refused);
    return back(reply, 'bo');
  });

  async function page(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const session = staffOf(request);
    const [calendar, history] = await Promise.all([
      workCalendarOf(db, session.unitId, clock.now()),
      unitCalendarHistory(db, session.unitId),
    ]);
    return sendPage(platform, reply, {
      component: HoursPage,
      props: {
        layout: deskShell(platform, request, session),
        form: shown.hours ?? { ...formOfHours(hoursOn(calendar, today())), from: showDate(today()) },
        day: shown.day ?? EMPTY_DAY,
        errors: shown.faults ?? [],
        hours: hourEntries(history, today()),
        days: dayEntries(history, today()),
        done: shown.done ?? null,
      },
      title: 'Giờ làm việc',
      lang: 'vi',
      status: shown.faults ? 422 : 200,
    });
  }
}
