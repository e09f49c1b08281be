import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../../platform/context.ts';
import { unitSearchPages } from './search-routes.ts';
import { takeOverPages } from './take-over-routes.ts';
import { unitPages } from './unit-routes.ts';

/** `/desk/admin/don-vi`: the unit and what it was. */
export function adminUnit(app: FastifyInstance, platform: Platform): void {
  unitPages(app, platform);
  unitSearchPages(app, platform);
  takeOverPages(app, platform);
}
