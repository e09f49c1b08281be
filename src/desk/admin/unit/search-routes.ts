import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { parseLocalDate, reasonText, searchUnits, toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { UNIT_SEARCH } from './paths.ts';
import UnitSearchPage from './UnitSearchPage.svelte';

const Query = Type.Object({ tim: Line(200), ngay: Line(20) });
const MOST = 20;

/** "2023-06-01" of a date box, or "1/6/2023" as it is written. */
function readDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  return parseLocalDate(year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim());
}

/** `/desk/admin/don-vi/tim`: any unit on any day; old names find who stands for them. */
export function unitSearchPages(fastify: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  fastify
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      UNIT_SEARCH,
      { onRequest: needStaff(platform, 'unit.manage'), schema: { querystring: Query } },
      async (request, reply) => {
        const { tim: text = '', ngay = '' } = request.query;
        const today = toLocal(clock.now()).date;
        const date = ngay.trim() ? readDay(ngay) : today;
        const kinds = ['province', 'district', 'commune'];
        const found = text.trim() && date ? await searchUnits(database.db, { text, date, limit: MOST, kinds }) : [];
        return sendPage(platform, reply, {
          component: UnitSearchPage,
          props: {
            layout: deskShell(platform, request, staffOf(request)),
            text,
            day: ngay,
            date: date ?? null,
            found: found.map(({ reasons, ...unit }) => ({ ...unit, reasons: reasons.map(reasonText) })),
          },
          title: 'Tra cứu đơn vị',
          lang: 'vi',
          status: date ? 200 : 422,
        });
      },
    );
}
