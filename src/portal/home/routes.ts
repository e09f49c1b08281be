import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { listProcedures } from '../../modules/catalogue/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage, sharedPart } from '../../platform/http/index.ts';
import { fromRoot } from '../../platform/paths.ts';
import type { Lang } from '../../platform/problem.ts';
import { FILINGS, TRACKING } from '../filings/paths.ts';
import { procedurePath } from '../procedures/paths.ts';
import { portalShell } from '../shell.ts';
import HomeAreas from './HomeAreas.svelte';
import HomePage from './HomePage.svelte';
import type { HomeArea } from './home-model.ts';
import { LIFE_AREAS, LIFE_CODES } from './life-events.ts';
import { FAVICON, HOME } from './paths.ts';
import { homeText } from './text.ts';

/** `/` and the mark in the browser's tab. */
export function homePages(app: FastifyInstance, platform: Platform): void {
  const { db } = platform.database;

  app.get(HOME, async (request, reply) => {
    const now = platform.clock.now();
    const layout = await portalShell(platform, request);
    const where = { unitId: null, date: toLocal(now).date };
    const known = await listProcedures(db, { ...where, codes: LIFE_CODES, limit: LIFE_CODES.length });
    const given = areasOf(new Set(known.map(({ code }) => code)), layout.lang);
    const areas = sharedPart(HomeAreas, { lang: layout.lang, areas: given });
    return sendPage(platform, reply, {
      component: HomePage,
      props: {
        layout,
        areas,
        mineHref: layout.account ? FILINGS : null,
        trackHref: TRACKING,
      },
      title: homeText(layout.lang).title,
      lang: layout.lang,
    });
  });

  const mark = readFileSync(fromRoot('src', 'ui', 'icons', 'mark.svg'));
  app.get(FAVICON, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=604800').send(mark),
  );
  app.get('/favicon.ico', async (_request, reply) => reply.redirect(FAVICON, 301));
}

/** Only events whose procedure is in the catalogue: no link of the home page leads nowhere. */
function areasOf(codes: ReadonlySet<string>, lang: Lang): HomeArea[] {
  return LIFE_AREAS.map((area) => ({
    title: area[lang],
    events: area.events
      .filter(({ code }) => codes.has(code))
      .map(({ code, icon, [lang]: words }) => ({ code, icon, href: procedurePath(code), ...words })),
  })).filter(({ events }) => events.length > 0);
}
