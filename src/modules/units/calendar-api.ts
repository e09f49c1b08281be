import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody, RefusalError, sendCacheable } from '../../platform/http/index.ts';
import { toLocal, yearOf } from './calendar/local-date.ts';
import type { CalendarDayKind } from './calendar/model.ts';
import { yearOfCalendar } from './calendar/year.ts';
import { refuse } from './problems.ts';
import { findUnitByCode } from './store.ts';
import { workCalendarOf } from './work-calendar-of.ts';

const KINDS: readonly (CalendarDayKind | 'extra-reception')[] = [
  'holiday',
  'make-up',
  'swapped-off',
  'swapped-working-saturday',
  'unit-closing',
  'extra-reception',
];

const Day = Type.Object(
  {
    date: Type.String({ description: 'YYYY-MM-DD' }),
    kind: Type.Enum([...KINDS], {
      type: 'string',
      description:
        'holiday: nghỉ lễ, tết; make-up: nghỉ bù; swapped-off: nghỉ hoán đổi; swapped-working-saturday: làm bù; unit-closing: đơn vị nghỉ riêng; extra-reception: tiếp nhận thêm, không tính vào thời hạn',
    }),
    name: Type.String(),
    isWorkingDay: Type.Boolean({ description: 'Có tính vào thời hạn giải quyết hay không' }),
    source: Type.String({ description: 'Văn bản làm căn cứ' }),
    needsCheck: Type.Boolean({ description: 'Cần đối chiếu: chưa thấy nguồn công khai' }),
    tentative: Type.Boolean({ description: 'Tạm tính: quyết định của năm chưa được nhập' }),
  },
  { additionalProperties: false },
);

const Year = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    year: Type.Integer(),
    tentative: Type.Boolean({ description: 'Còn ngày tạm tính trong năm' }),
    days: Type.Array(Day, { description: 'Ngày đặc biệt của năm; nghỉ hằng tuần nằm ở giờ làm việc của đơn vị' }),
  },
  { additionalProperties: false },
);

/** An editor's correction is seen within this time. */
const SECONDS = 300;

/** `/api/v1/units/{code}/calendar`: days off, swaps and extra reception of a year. Public, without a session. */
export function unitCalendarApi(fastify: FastifyInstance, platform: Platform): void {
  const { db } = platform.database;
  fastify.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/units/:code/calendar',
    {
      schema: {
        summary: 'Lịch làm việc của một đơn vị trong một năm: ngày nghỉ, làm bù, tiếp nhận thêm',
        tags: ['units'],
        params: Type.Object({
          code: Type.String({ description: 'Mã hành chính hôm nay: tỉnh 2 chữ số, xã 5 chữ số' }),
        }),
        querystring: Type.Object({
          year: Type.Optional(Type.Integer({ description: 'Bỏ trống là năm nay' })),
        }),
        response: { 200: Year, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const now = platform.clock.now();
      const today = toLocal(now).date;
      const { code } = request.params;
      const { year = yearOf(today) } = request.query;
      const unit = await findUnitByCode(db, code, today);
      if (!unit) throw new RefusalError(refuse('not-found', { code, date: today }));
      const calendar = await workCalendarOf(db, unit.unitId, now);
      const [from, to] = [yearOf(calendar.first), yearOf(calendar.last)];
      if (year < from || year > to) throw new RefusalError(refuse('no-such-year', { from, to }));
      const days = yearOfCalendar(calendar, year).map(({ date, kind, name, counts, source_ref, sure, tentative }) => ({
        date,
        kind,
        name,
        isWorkingDay: counts,
        source: source_ref,
        needsCheck: sure === 'm',
        tentative,
      }));
      const body = { code: unit.code, name: unit.name, year, tentative: days.some((day) => day.tentative), days };
      return sendCacheable(request, reply, body, SECONDS) as Type.Static<typeof Year>;
    },
  );
}
