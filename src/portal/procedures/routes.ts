import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Component } from 'svelte';
import Type from 'typebox';
import { catalogueSearchOf, communeFields, procedureCards, procedurePage } from '../../modules/catalogue/index.ts';
import { currentHomeUnit, toLocal, workCalendarOf } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { type PortalShell, portalShell } from '../shell.ts';
import BrowsePage from './BrowsePage.svelte';
import FieldPage from './FieldPage.svelte';
import ProcedurePage from './ProcedurePage.svelte';
import { FIELD_PARAM, PAGE_PARAM, PROCEDURES, READY_PARAM } from './paths.ts';
import { procedureProps } from './procedure-props.ts';
import { readPageNumber, readWords } from './query-rules.ts';
import { rowOf } from './row-rules.ts';
import SearchPage from './SearchPage.svelte';
import { listText } from './text.ts';
import UnknownPage from './UnknownPage.svelte';

const ROWS = 10;
/** More answers than these help nobody. */
const MOST_HITS = 60;
const FIELD_ROWS = 30;

/** Whatever stands in the address gets a page: values are read by the rules, never refused. */
const Anything = Type.Object({}, { additionalProperties: true });

/** `/thu-tuc` and `/thu-tuc/:code`: public, without scripts. */
export function procedurePages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = platform.database;

  app.get(PROCEDURES, { schema: { querystring: Anything } }, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const asked = readWords(query.q);
    const page = readPageNumber(query[PAGE_PARAM]);
    if (asked.text) return searchPage(request, reply, asked, page);
    const field = readWords(query[FIELD_PARAM]).text;
    return field ? fieldPage(request, reply, field, page) : browsePage(request, reply);
  });

  app.get(
    `${PROCEDURES}/:code`,
    { schema: { params: Type.Object({ code: Type.String() }), querystring: Anything } },
    async (request, reply) => {
      const { code } = request.params;
      const { now, unit, where, layout } = await asking(request);
      const found = /^\d\.\d{6}$/.test(code) ? await procedurePage(db, code, where.unitId, where.date) : null;
      if (!found) {
        const typed = readWords(code.replaceAll('-', ' ')).text;
        return send(reply, UnknownPage, { layout, code: typed, q: typed }, listText(layout.lang).unknown.title, 404);
      }
      const ready = (request.query as Record<string, unknown>)[READY_PARAM] === '1';
      const calendar = await workCalendarOf(db, unit?.unitId ?? null, now);
      const props = procedureProps({ found, layout, address: unit?.address ?? null, calendar, now, ready });
      return send(reply, ProcedurePage, props, props.detail.guide?.[layout.lang].title ?? found.name);
    },
  );

  async function asking(request: FastifyRequest) {
    const now = platform.clock.now();
    const layout = await portalShell(platform, request);
    const unit = await currentHomeUnit(db, now);
    return { now, unit, layout, where: { unitId: unit?.unitId ?? null, date: toLocal(now).date } };
  }

  async function searchPage(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { text: string; cut: boolean },
    page: number,
  ) {
    const { where, layout } = await asking(request);
    const { text: q, cut } = asked;
    const hits = await catalogueSearchOf(db).search(q, where.date, MOST_HITS);
    const codes = hits.slice((page - 1) * ROWS, page * ROWS).map(({ code }) => code);
    const { cards } = codes.length > 0 ? await procedureCards(db, { ...where, codes, limit: ROWS }) : { cards: [] };
    const words = listText(layout.lang);
    const rows = cards.map((card) => rowOf(card, layout.lang));
    const found = hits.length < MOST_HITS ? words.list.found : words.list.foundMany;
    const title = rows.length > 0 ? found(hits.length, q) : words.none.title(q);
    const pages = Math.ceil(hits.length / ROWS);
    return send(reply, SearchPage, { layout, title, q, cut, rows, page, pages }, title);
  }

  async function fieldPage(request: FastifyRequest, reply: FastifyReply, field: string, page: number) {
    const { where, layout } = await asking(request);
    const offset = (page - 1) * FIELD_ROWS;
    const { cards, total } = await procedureCards(db, { ...where, field, limit: FIELD_ROWS, offset });
    const rows = cards.map((card) => rowOf(card, layout.lang));
    const pages = Math.ceil(total / FIELD_ROWS);
    return send(reply, FieldPage, { layout, field, rows, total, page, pages }, field);
  }

  async function browsePage(request: FastifyRequest, reply: FastifyReply) {
    const { where, layout } = await asking(request);
    const [{ cards }, fields] = [
      await procedureCards(db, { ...where, guided: true, limit: 100 }),
      await communeFields(db),
    ];
    const rows = cards.map((card) => rowOf(card, layout.lang));
    return send(reply, BrowsePage, { layout, rows, fields }, listText(layout.lang).list.title);
  }

  const send = <Props extends Record<string, unknown> & { layout: PortalShell }>(
    reply: FastifyReply,
    component: Component<Props>,
    props: Props,
    title: string,
    status = 200,
  ) => sendPage(platform, reply, { component, props, title, lang: props.layout.lang, status });
}
