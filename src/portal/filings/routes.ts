import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { citizenMount, type FilingMount } from './acting.ts';
import { dossierRoutes } from './dossier-routes.ts';
import { listRoutes } from './list-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { supplementRoutes } from './supplement-routes.ts';
import { trackingPages } from './tracking-routes.ts';

/** The filing pages under a mount: the citizen's own, or a helper's at the desk. Written once for both. */
export function filingPages(app: FastifyInstance, platform: Platform, mount: FilingMount): void {
  for (const register of [listRoutes, pageRoutes, reviewRoutes, dossierRoutes, supplementRoutes]) {
    register(app, platform, mount);
  }
}

/** `/ho-so/…` of a signed-in citizen, and `/tra-cuu` for everybody. */
export function citizenFilingPages(app: FastifyInstance, platform: Platform): void {
  filingPages(app, platform, citizenMount(platform));
  app.register(async (scope) => trackingPages(scope, platform));
}
