import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody, RefusalError, sendCacheable } from '../../platform/http/index.ts';
import { type LocalDate, parseLocalDate, showTime, toLocal } from './calendar/local-date.ts';
import type { HoursPeriod } from './calendar/model.ts';
import { hoursOn } from './calendar/work-calendar.ts';
import { unitCalendarApi } from './calendar-api.ts';
import type { UnitAt } from './model.ts';
import { refuse } from './problems.ts';
import { findUnitByCode, listUnits } from './store.ts';
import { workCalendarOf } from './work-calendar-of.ts';

const closed = { additionalProperties: false } as const;
const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const Kind = Type.Enum(['province', 'district', 'commune'], { type: 'string', description: 'Cấp của đơn vị' });
const Day = Type.Optional(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: 'Tính đến ngày này, YYYY-MM-DD; bỏ trống là hôm nay. Mã được dùng lại sau sáp nhập, nên ngày là cần.',
  }),
);

const Unit = Type.Object(
  {
    unitId: Type.String({ description: 'Khoá không đổi của hệ thống; mã hành chính thì có thể đổi' }),
    kind: Kind,
    code: Type.String({ description: 'Mã hành chính vào ngày đó: tỉnh 2 chữ số, xã 5 chữ số' }),
    name: Type.String(),
    parentUnitId: orNull('Đơn vị cấp trên'),
    parentName: orNull('Tên đơn vị cấp trên'),
    identifier: Type.String({ description: 'Phần đầu của mã hồ sơ' }),
    identifierIsProvisional: Type.Boolean({
      description: 'Phần đầu tạm của hệ thống, chưa phải mã định danh được cấp',
    }),
    hotline: orNull('Đường dây nóng'),
    hotlineHours: orNull('Giờ nghe máy, bằng lời'),
    address: orNull('Địa chỉ trụ sở'),
    centreName: orNull('Tên trung tâm phục vụ hành chính công, khi đơn vị đã ghi'),
  },
  closed,
);

const UnitWithHours = Type.Object(
  {
    ...Unit.properties,
    openingHours: Type.Array(
      Type.Object(
        {
          weekday: Type.Integer({ minimum: 0, maximum: 6, description: '0 = Chủ nhật … 6 = thứ Bảy' }),
          from: Type.String({ description: 'HH:mm' }),
          to: Type.String({ description: 'HH:mm' }),
        },
        closed,
      ),
      { description: 'Giờ làm việc trong tuần vào ngày đó; chưa kể ngày lễ' },
    ),
  },
  closed,
);

const Page = Type.Object(
  {
    items: Type.Array(Unit),
    next: orNull('Giá trị `cursor` của trang sau; null khi đã hết'),
  },
  closed,
);

/** Lists of units change a few times a year. */
const SECONDS = 3600;
const MOST = 100;

/** `/api/v1/units`: provinces and communes as they are on a day. Public, without a session. */
export function unitsApi(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  const tags = ['units'];

  /** @throws RefusalError `units.no-such-day` */
  function dayOf(text: string | undefined): LocalDate {
    if (text === undefined) return toLocal(platform.clock.now()).date;
    const day = parseLocalDate(text);
    if (!day) throw new RefusalError(refuse('no-such-day', { text }));
    return day;
  }

  /** @throws RefusalError `units.not-found` */
  async function unitOf(code: string, date: string): Promise<UnitAt> {
    const unit = await findUnitByCode(db, code, date);
    if (!unit) throw new RefusalError(refuse('not-found', { code, date }));
    return unit;
  }

  app.get(
    '/api/v1/units',
    {
      schema: {
        summary: 'Tỉnh, thành phố, xã, phường vào một ngày, theo thứ tự mã',
        tags,
        querystring: Type.Object({
          date: Day,
          kind: Type.Optional(Kind),
          parent: Type.Optional(Type.String({ pattern: '^\\d{2}(\\d{3})?$', description: 'Mã của đơn vị cấp trên' })),
          text: Type.Optional(Type.String({ maxLength: 100, description: 'Một phần tên, có dấu hay không dấu' })),
          cursor: Type.Optional(Type.String({ maxLength: 10, description: 'Giá trị `next` của trang trước' })),
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: MOST, default: 50, description: `Số dòng, nhiều nhất ${MOST}` }),
          ),
        }),
        response: { 200: Page, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const { kind, parent, text, cursor, limit = 50 } = request.query;
      const date = dayOf(request.query.date);
      const rows = await listUnits(db, {
        date,
        limit: limit + 1,
        ...(kind ? { kind } : {}),
        ...(parent ? { parentUnitId: (await unitOf(parent, date)).unitId } : {}),
        ...(text?.trim() ? { text } : {}),
        ...(cursor ? { after: cursor } : {}),
      });
      const items = rows.slice(0, limit);
      const page = { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null };
      return sendCacheable(request, reply, page, SECONDS) as Type.Static<typeof Page>;
    },
  );

  app.get(
    '/api/v1/units/:code',
    {
      schema: {
        summary: 'Một đơn vị theo mã hành chính vào một ngày, với giờ làm việc',
        tags,
        params: Type.Object({ code: Type.String({ description: 'Tỉnh 2 chữ số, xã 5 chữ số' }) }),
        querystring: Type.Object({ date: Day }),
        response: { 200: UnitWithHours, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const date = dayOf(request.query.date);
      const unit = await unitOf(request.params.code, date);
      const calendar = await workCalendarOf(db, unit.unitId, platform.clock.now());
      const body = { ...unit, openingHours: openingHoursOf(hoursOn(calendar, date)) };
      return sendCacheable(request, reply, body, SECONDS) as Type.Static<typeof UnitWithHours>;
    },
  );

  unitCalendarApi(fastify, platform);
}

function openingHoursOf({ blocks: week }: HoursPeriod) {
  return Object.entries(week).flatMap(([weekday, blocks]) =>
    blocks.map(([from, to]) => ({ weekday: Number(weekday), from: showTime(from), to: showTime(to) })),
  );
}
