import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { openDueDays } from '../../../modules/dossiers/index.ts';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import {
  currentHomeUnit,
  type Decided,
  type DecisionRevision,
  decideYear,
  decisionHistory,
  type FormFault,
  formOfYear,
  planYear,
  refuseUnits,
  toLocal,
  workCalendarOf,
  type YearForm,
  yearOf,
  yearOfCalendar,
} from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText } from '../../../platform/problem.ts';
import { deskShell } from '../../shell.ts';
import CalendarPage from './CalendarPage.svelte';
import { hiddenFields, YearBody, yearFormOf } from './form.ts';
import PreviewPage from './PreviewPage.svelte';
import { CALENDAR, CALENDAR_PREVIEW, yearPath } from './paths.ts';
import { changeRow, dayRow, decisionRow, dossierLines } from './view.ts';

const Query = Type.Object({
  nam: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
  xong: Type.Optional(Type.Literal('1')),
});

type Failed = { readonly form: YearForm; readonly faults: readonly FormFault[]; readonly message: string | null };

/** `/desk/admin/lich`: the days off of a year, and the decision that makes them. */
export function adminCalendar(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const { db } = database;
  const onRequest = needStaff(platform, 'unit.manage');

  app.get(CALENDAR, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const year = Number(request.query.nam ?? yearOf(toLocal(clock.now()).date));
    return yearPage(request, reply, year, { done: request.query.xong === '1', failed: null });
  });

  app.post(CALENDAR_PREVIEW, { onRequest, schema: { body: YearBody } }, async (request, reply) => {
    const session = staffOf(request);
    const [year, seen, form] = [Number(request.body.year), Number(request.body.seen), yearFormOf(request.body)];
    const { faults, changes, days } = await planYear(db, { unitId: session.unitId, year, form, now: clock.now() });
    if (faults.length > 0)
      return yearPage(request, reply, year, { done: false, failed: { form, faults, message: null } });
    if (changes.length === 0) {
      const message = problemText(refuseUnits('calendar-unchanged'));
      return yearPage(request, reply, year, { done: false, failed: { form, faults, message } });
    }
    const due = await openDueDays(db, session.unitId, `${year - 1}-12-01`, `${year + 1}-01-31`);
    return sendPage(platform, reply, {
      component: PreviewPage,
      props: {
        layout: deskShell(platform, request, session),
        year,
        source: form.source,
        decisions: changes.length,
        rows: days.map(changeRow),
        lines: dossierLines(due, days),
        fields: [['year', String(year)], ['seen', String(seen)], ...hiddenFields(form)] as [string, string][],
      },
      title: `Xem trước lịch nghỉ năm ${year}`,
      lang: 'vi',
    });
  });

  app.post(CALENDAR, { onRequest, schema: { body: YearBody } }, async (request, reply) => {
    const { unitId, staffId, name } = staffOf(request);
    const [year, seen, form] = [Number(request.body.year), Number(request.body.seen), yearFormOf(request.body)];
    const by = { staffId, name };
    const decided = await decideYear(db, { unitId, year, form, seen, by, now: clock.now() });
    if (!isRefusal(decided)) return reply.redirect(`${yearPath(year)}&xong=1`, 303);
    const failed = { form, faults: [], message: problemText(decided) };
    return yearPage(request, reply, year, { done: false, failed, status: problemStatus(decided) });
  });

  async function yearPage(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: number,
    { done, failed, status }: { done: boolean; failed: Failed | null; status?: number },
  ) {
    const session = staffOf(request);
    const now = clock.now();
    const [calendar, home] = await Promise.all([workCalendarOf(db, session.unitId, now), currentHomeUnit(db, now)]);
    const [from, to] = [yearOf(calendar.first), yearOf(calendar.last)];
    const year = Math.min(Math.max(asked, from), to);
    const history = await decisionHistory(db, year);
    const days = yearOfCalendar(calendar, year);
    return sendPage(platform, reply, {
      component: CalendarPage,
      props: {
        layout: deskShell(platform, request, session),
        year,
        // Near years at hand; the law reaches no further with certainty.
        years: [year - 1, year, year + 1].filter((one) => one >= from && one <= to),
        rows: days.map(dayRow),
        tentative: days.some((day) => day.tentative),
        decisions: history.map(decisionRow),
        form: failed?.form ?? formOfYear(year, heldDecisions(history)),
        seen: history.length,
        mayEdit: home?.unitId === session.unitId,
        errors: [...(failed?.message ? [{ message: failed.message }] : []), ...(failed?.faults ?? [])],
        done,
      },
      title: `Lịch nghỉ năm ${year}`,
      lang: 'vi',
      status: status ?? (failed ? 422 : 200),
    });
  }
}

/** What holds of a year, as the form fills itself with it. */
const heldDecisions = (history: readonly DecisionRevision[]): Decided[] =>
  history
    .filter(({ holds, withdrawn }) => holds && !withdrawn)
    .map(({ kind, content }) => ({ kind, ...content }) as unknown as Decided);
