import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody, RefusalError, sendCacheable } from '../../platform/http/index.ts';
import { currentHomeUnit, findUnitByCode, toLocal } from '../units/index.ts';
import { ProcedureDetail, Route } from './detail-model.ts';
import { detailOf } from './detail-rules.ts';
import { refuse } from './problems.ts';
import { catalogueSearchOf } from './shared-search.ts';
import { procedureCards } from './store-cards.ts';
import { listProcedures, procedurePage } from './store-read.ts';

const closed = { additionalProperties: false } as const;
const Code = Type.String({ description: 'Mã thủ tục, ví dụ 1.001193' });
const UnitCode = Type.Optional(
  Type.String({
    pattern: '^\\d{5}$',
    description: 'Mã xã, phường 5 chữ số: nơi nộp được tính cho nơi này. Bỏ trống: đơn vị của hệ thống này.',
  }),
);
const Limit = (most: number, normal: number) =>
  Type.Optional(
    Type.Integer({ minimum: 1, maximum: most, default: normal, description: `Số dòng, nhiều nhất ${most}` }),
  );

const Row = Type.Object(
  {
    code: Code,
    name: Type.String(),
    field: Type.String({ description: 'Lĩnh vực; rỗng khi nguồn không ghi' }),
    levels: Type.Array(Type.String(), { description: 'Cấp thực hiện: central, province, district, commune, other' }),
    route: Type.Union([Route, Type.Null()], { description: 'Nơi nộp; null khi đơn vị không nhận hoặc chưa đặt' }),
    offered: Type.Boolean({ description: 'Đơn vị đang nhận thủ tục này' }),
  },
  closed,
);

const Page = Type.Object(
  {
    items: Type.Array(Row),
    next: Type.Union([Type.String(), Type.Null()], { description: 'Giá trị `cursor` của trang sau; null khi đã hết' }),
  },
  closed,
);

const Hits = Type.Object(
  {
    items: Type.Array(
      Type.Object({ ...Row.properties, score: Type.Number({ description: 'Độ khớp, cao nhất trước' }) }, closed),
    ),
  },
  closed,
);

const LIST_SECONDS = 300;
const MOST = 100;

/** `/api/v1/procedures`: the catalogue as the portal's pages show it. Public, without a session. */
export function catalogueApi(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  const today = () => toLocal(platform.clock.now()).date;
  const tags = ['procedures'];

  /** The unit for which routes are told. @throws RefusalError `catalogue.unit-unknown` */
  async function unitIdOf(code: string | undefined): Promise<string | null> {
    if (code === undefined) return (await currentHomeUnit(db, platform.clock.now()))?.unitId ?? null;
    const unit = await findUnitByCode(db, code, today());
    if (!unit) throw new RefusalError(refuse('unit-unknown', { code }));
    return unit.unitId;
  }

  app.get(
    '/api/v1/procedures',
    {
      schema: {
        summary: 'Danh mục thủ tục, theo thứ tự mã',
        tags,
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ maxLength: 20, description: 'Giá trị `next` của trang trước' })),
          limit: Limit(MOST, 50),
          unit: UnitCode,
        }),
        response: { 200: Page, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const { cursor, limit = 50, unit } = request.query;
      const rows = await listProcedures(db, {
        ...(cursor ? { after: cursor } : {}),
        limit: limit + 1,
        unitId: await unitIdOf(unit),
        date: today(),
      });
      const items = rows.slice(0, limit);
      const page = { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null };
      return sendCacheable(request, reply, page as Type.Static<typeof Page>, LIST_SECONDS) as Type.Static<typeof Page>;
    },
  );

  app.get(
    '/api/v1/procedures/search',
    {
      schema: {
        summary: 'Tìm thủ tục bằng lời thường, có dấu hay không dấu',
        tags,
        querystring: Type.Object({
          q: Type.String({
            maxLength: 1500,
            description: 'Điều cần làm, ví dụ “làm giấy khai sinh”, hoặc một mã thủ tục',
          }),
          limit: Limit(50, 20),
          unit: UnitCode,
        }),
        response: { 200: Hits, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const { q, limit = 20, unit } = request.query;
      const unitId = await unitIdOf(unit);
      const hits = await catalogueSearchOf(db).search(q, today(), limit);
      const codes = hits.map(({ code }) => code);
      const { cards } =
        codes.length > 0 ? await procedureCards(db, { codes, unitId, date: today(), limit }) : { cards: [] };
      const scores = new Map(hits.map(({ code, score }) => [code, score]));
      const items = cards.map(({ code, name, field, levels, route, offered }) => {
        return { code, name, field, levels: [...levels], route, offered, score: scores.get(code) ?? 0 };
      });
      return sendCacheable(request, reply, { items }, LIST_SECONDS) as Type.Static<typeof Hits>;
    },
  );

  app.get(
    '/api/v1/procedures/:code',
    {
      schema: {
        summary: 'Một thủ tục: ai làm, cần gì, bao lâu, bao nhiêu tiền, nộp ở đâu, bài hướng dẫn',
        tags,
        params: Type.Object({ code: Code }),
        querystring: Type.Object({ unit: UnitCode }),
        response: { 200: ProcedureDetail, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const page = await procedurePage(db, request.params.code, await unitIdOf(request.query.unit), today());
      if (!page) throw new RefusalError(refuse('not-found'));
      return sendCacheable(request, reply, detailOf(page), LIST_SECONDS) as ProcedureDetail;
    },
  );
}
