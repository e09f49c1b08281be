import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { reasonText, searchUnits, toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, sendPage } from '../../platform/http/index.ts';
import { portalShell } from '../shell.ts';
import PlacesPage from './PlacesPage.svelte';
import { PLACES } from './paths.ts';
import { placesText } from './text.ts';

const Query = Type.Object({ tim: Type.Optional(Type.String({ maxLength: 200 })) });
const MOST = 10;

/** `/ten-xa-phuong`: which commune an old name is today. Forms link to it where scripts cannot suggest. */
export function placePages(fastify: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  fastify
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(PLACES, { schema: { querystring: Query } }, async (request, reply) => {
      const text = (request.query.tim ?? '').trim();
      const date = toLocal(clock.now()).date;
      const found = text ? await searchUnits(database.db, { text, date, limit: MOST }) : [];
      const lang = langOf(request);
      return sendPage(platform, reply, {
        component: PlacesPage,
        props: {
          layout: await portalShell(platform, request),
          text,
          found: found.map(({ reasons, ...unit }) => ({ ...unit, reasons: reasons.map(reasonText) })),
        },
        title: placesText(lang).title,
        lang,
      });
    });
}
