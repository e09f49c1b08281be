import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../modules/identity/index.ts';
import { nextPeriod, PERIOD_KINDS, type PeriodKind, previousPeriod, turnFigures } from '../../modules/insight/index.ts';
import { parseLocalDate, toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { Line } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import FiguresPage from './FiguresPage.svelte';
import { FIGURES, figuresPath, PERIOD_SLUGS, WITH_EARLIER } from './paths.ts';
import { PERIOD_LABELS, periodText } from './text.ts';

const Query = Type.Object({
  ky: Line(10),
  ngay: Line(10),
  gop: Line(10),
});

const kindOf = (slug: string): PeriodKind => PERIOD_KINDS.find((kind) => PERIOD_SLUGS[kind] === slug) ?? 'month';

/** `/desk/so-lieu`: support turns of the unit's teams in a period. */
export function deskFigures(fastify: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  fastify
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      FIGURES,
      { onRequest: needStaff(platform, 'figures.see'), schema: { querystring: Query } },
      async (request, reply) => {
        const session = staffOf(request);
        const today = toLocal(clock.now()).date;
        const date = parseLocalDate(request.query.ngay ?? '') ?? today;
        const kind = kindOf(request.query.ky ?? '');
        const withEarlier = request.query.gop === WITH_EARLIER;
        const rollUp = withEarlier ? 'successor' : 'historical';
        const counted = await turnFigures(database.db, { unitId: session.unitId, kind, date, rollUp, asOf: today });
        if (isRefusal(counted)) throw new RefusalError(counted);
        const { period, figures, predecessors } = counted;
        return sendPage(platform, reply, {
          component: FiguresPage,
          props: {
            layout: deskShell(platform, request, session),
            unitName: session.unitName,
            periodName: periodText(period),
            tabs: PERIOD_KINDS.map((one) => ({
              href: figuresPath(one, date, withEarlier),
              label: PERIOD_LABELS[one],
              current: one === kind,
            })),
            previousHref: figuresPath(kind, previousPeriod(period).from, withEarlier),
            nextHref: period.to <= today ? figuresPath(kind, nextPeriod(period).from, withEarlier) : null,
            figures,
            rollUp: { withEarlier, predecessors, href: figuresPath(kind, date, !withEarlier) },
          },
          title: 'Số liệu hỗ trợ',
          lang: 'vi',
        });
      },
    );
}
