import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { deskDossierPages } from './dossier-routes.ts';
import { deskFilePages } from './file-routes.ts';
import { deskListPages } from './list-routes.ts';
import { deskSupplementPages } from './supplement-routes.ts';

/** `/desk/ho-so…`: the one-stop's dossiers of the officer's own unit. */
export function deskDossiers(app: FastifyInstance, platform: Platform): void {
  deskListPages(app, platform);
  deskDossierPages(app, platform);
  deskSupplementPages(app, platform);
  deskFilePages(app, platform);
}
