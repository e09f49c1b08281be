import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { needStaff, staffOf } from '../identity/index.ts';
import { toLocal } from '../units/index.ts';
import { ROLL_UPS, turnFigures } from './figures.ts';
import { lastDay, PERIOD_KINDS } from './rules.ts';

const exact = { additionalProperties: false } as const;

const sums = {
  turns: Type.Integer(),
  minutes: Type.Integer(),
  accountsOpened: Type.Integer(),
  withDossier: Type.Integer(),
  solved: Type.Integer(),
};
const Named = Type.Object({ key: Type.String(), name: Type.String(), ...sums }, exact);

const Figures = Type.Object(
  {
    from: Type.String({ description: 'Ngày đầu, YYYY-MM-DD' }),
    to: Type.String({ description: 'Ngày cuối, tính cả ngày này' }),
    total: Type.Object(sums, exact),
    byKind: Type.Array(Named),
    byTeam: Type.Array(Named),
  },
  exact,
);

/** `/api/v1/statistics/support-turns`: turns of the unit's teams in a period, by kind and team. */
export function insightApi(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/statistics/support-turns',
    {
      onRequest: needStaff(platform, 'figures.see'),
      schema: {
        summary: 'Số lượt hỗ trợ trong kỳ, theo loại và theo đội',
        tags: ['statistics'],
        querystring: Type.Object({
          period: Type.Optional(Type.Enum([...PERIOD_KINDS], { default: 'month' })),
          date: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Một ngày trong kỳ' })),
          rollUp: Type.Optional(
            Type.Enum([...ROLL_UPS], {
              type: 'string',
              default: 'historical',
              description:
                'historical: giữ theo thời điểm; successor: cộng về đơn vị kế thừa (đơn vị bị chia không cộng được)',
            }),
          ),
          asOf: Type.Optional(
            Type.String({
              pattern: '^\\d{4}-\\d{2}-\\d{2}$',
              description: 'Kế thừa tính đến ngày này; bỏ trống là ngày cuối kỳ',
            }),
          ),
        }),
        response: { 200: Figures },
      },
    },
    async (request) => {
      const { period: kind = 'month', date = toLocal(clock.now()).date, rollUp = 'historical', asOf } = request.query;
      const { unitId } = staffOf(request);
      const counted = await turnFigures(database.db, { unitId, kind, date, rollUp, ...(asOf && { asOf }) });
      if (isRefusal(counted)) throw new RefusalError(counted);
      const { total, byKind, byTeam } = counted.figures;
      return {
        from: counted.period.from,
        to: lastDay(counted.period),
        total,
        byKind: [...byKind],
        byTeam: [...byTeam],
      };
    },
  );
}
