import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody, RefusalError, sendCacheable } from '../../platform/http/index.ts';
import { parseLocalDate, toLocal } from './calendar/local-date.ts';
import { refuse } from './problems.ts';
import { findUnitByCode } from './store.ts';
import { listNeighbourhoods } from './store-neighbourhoods.ts';

const closed = { additionalProperties: false } as const;

const List = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          neighbourhoodId: Type.String({ description: 'Khoá không đổi; tên thì có thể đổi' }),
          name: Type.String({ description: 'Tên vào ngày đó' }),
          validFrom: Type.String({ description: 'Có từ ngày, YYYY-MM-DD' }),
          validTo: Type.Union([Type.String(), Type.Null()], {
            description: 'Không còn từ ngày này; null khi chưa hết',
          }),
        },
        closed,
      ),
    ),
  },
  closed,
);

const SECONDS = 300;

/** `/api/v1/neighbourhoods`: khu phố, ấp, thôn, tổ dân phố of a commune on a day. Public, without a session. */
export function neighbourhoodsApi(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;
  app.get(
    '/api/v1/neighbourhoods',
    {
      schema: {
        summary: 'Khu phố, ấp, thôn, tổ dân phố của một xã, phường vào một ngày',
        tags: ['units'],
        querystring: Type.Object({
          unit: Type.String({ pattern: '^\\d{5}$', description: 'Mã xã, phường 5 chữ số' }),
          date: Type.Optional(
            Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Ngày YYYY-MM-DD; bỏ trống là hôm nay' }),
          ),
        }),
        response: { 200: List, 400: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const { unit: code, date: text } = request.query;
      const date = text === undefined ? toLocal(platform.clock.now()).date : parseLocalDate(text);
      if (!date) throw new RefusalError(refuse('no-such-day', { text: text ?? '' }));
      const unit = await findUnitByCode(db, code, date);
      if (!unit) throw new RefusalError(refuse('not-found', { code, date }));
      const items = await listNeighbourhoods(db, { unitId: unit.unitId, date });
      return sendCacheable(request, reply, { items }, SECONDS) as Type.Static<typeof List>;
    },
  );
}
