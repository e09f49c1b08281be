import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { filingPages } from '../../portal/filings/routes.ts';
import { helpConfirmPages } from './confirm-routes.ts';
import { helperMount } from './filing-mount.ts';
import { helpTurnPages } from './finish-routes.ts';
import { helpProfilePages } from './profile-routes.ts';
import { helpSessionPages } from './session-routes.ts';
import { helpStartPages } from './start-routes.ts';

/** `/desk/ho-tro…`: helping one person, under a consent that their own code confirmed. */
export function deskHelp(app: FastifyInstance, platform: Platform): void {
  helpStartPages(app, platform);
  helpSessionPages(app, platform);
  helpProfilePages(app, platform);
  filingPages(app, platform, helperMount(platform));
  helpConfirmPages(app, platform);
  helpTurnPages(app, platform);
}
