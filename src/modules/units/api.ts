import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody, RefusalError, sendCacheable } from '../../platform/http/index.ts';
import { Day, Kind, PlacesFound, UnitInFull, UnitPage } from './api-model.ts';
import { type LocalDate, parseLocalDate, showTime, toLocal } from './calendar/local-date.ts';
import type { HoursPeriod } from './calendar/model.ts';
import { hoursOn } from './calendar/work-calendar.ts';
import { unitCalendarApi } from './calendar-api.ts';
import type { UnitAt } from './model.ts';
import { reasonText } from './place-rules.ts';
import { refuse } from './problems.ts';
import { findUnitByCode, listUnits } from './store.ts';
import { unitFile } from './store-relations.ts';
import { searchUnits } from './store-search.ts';
import { workCalendarOf } from './work-calendar-of.ts';

/** Lists of units change a few times a year. */
const SECONDS = 3600;
const MOST = 100;
const MOST_FOUND = 10;

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
          parent: Type.Optional(
            Type.String({ pattern: '^(\\d{2}|\\d{3}|\\d{5})$', description: 'Mã của đơn vị cấp trên' }),
          ),
          text: Type.Optional(Type.String({ maxLength: 100, description: 'Một phần tên, có dấu hay không dấu' })),
          cursor: Type.Optional(Type.String({ maxLength: 10, description: 'Giá trị `next` của trang trước' })),
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: MOST, default: 50, description: `Số dòng, nhiều nhất ${MOST}` }),
          ),
        }),
        response: { 200: UnitPage, 400: ProblemBody, 404: ProblemBody },
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
      return sendCacheable(request, reply, page, SECONDS) as UnitPage;
    },
  );

  app.get(
    '/api/v1/units/search',
    {
      schema: {
        summary: 'Tìm xã, phường theo lời gõ; tên cũ dẫn đến đơn vị kế thừa, kèm lý do',
        tags,
        querystring: Type.Object({
          text: Type.String({ minLength: 1, maxLength: 200, description: 'Ví dụ “Hiệp An, Thủ Dầu Một”' }),
          date: Day,
        }),
        response: { 200: PlacesFound, 400: ProblemBody },
      },
    },
    async (request, reply) => {
      const { text, date } = request.query;
      const found = await searchUnits(db, { text, date: dayOf(date), limit: MOST_FOUND });
      const items = found.map(({ unitId, code, name, place, reasons }) => ({
        ...{ unitId, code, name, place },
        reasons: reasons.map(reasonText),
      }));
      return sendCacheable(request, reply, { items }, SECONDS) as PlacesFound;
    },
  );

  app.get(
    '/api/v1/units/:code',
    {
      schema: {
        summary: 'Một đơn vị theo mã hành chính vào một ngày, với giờ làm việc, đơn vị trước đây và đơn vị kế thừa',
        tags,
        params: Type.Object({ code: Type.String({ description: 'Tỉnh 2 chữ số, huyện 3, xã 5' }) }),
        querystring: Type.Object({ date: Day }),
        response: { 200: UnitInFull, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const date = dayOf(request.query.date);
      const unit = await unitOf(request.params.code, date);
      const now = platform.clock.now();
      const calendar = await workCalendarOf(db, unit.unitId, now);
      const { successors, predecessors } = await unitFile(db, unit.unitId, toLocal(now).date);
      const openingHours = openingHoursOf(hoursOn(calendar, date));
      return sendCacheable(request, reply, { ...unit, openingHours, successors, predecessors }, SECONDS) as UnitInFull;
    },
  );

  unitCalendarApi(fastify, platform);
}

function openingHoursOf({ blocks: week }: HoursPeriod) {
  return Object.entries(week).flatMap(([weekday, blocks]) =>
    blocks.map(([from, to]) => ({ weekday: Number(weekday), from: showTime(from), to: showTime(to) })),
  );
}
