import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { adminBackups } from './backups/routes.ts';
import { adminCalendar } from './calendar/routes.ts';
import { codeChannelPages } from './code-channel/routes.ts';
import { adminFees } from './fees/routes.ts';
import { adminHome } from './home/routes.ts';
import { adminHours } from './hours/routes.ts';
import { leavePages } from './leave/routes.ts';
import { adminNeighbourhoods } from './neighbourhoods/routes.ts';
import { adminOperations } from './operations/routes.ts';
import { adminProcedures } from './procedures/routes.ts';
import { adminProfile } from './profile/routes.ts';
import { adminStaff } from './staff/routes.ts';
import { adminUnit } from './unit/routes.ts';

/** `/desk/admin`: the administration of a unit. */
export function deskAdmin(app: FastifyInstance, platform: Platform): void {
  adminHome(app, platform);
  adminProfile(app, platform);
  adminStaff(app, platform);
  adminNeighbourhoods(app, platform);
  adminBackups(app, platform);
  adminOperations(app, platform);
  adminUnit(app, platform);
  codeChannelPages(app, platform);
  adminHours(app, platform);
  adminCalendar(app, platform);
  adminProcedures(app, platform);
  adminFees(app, platform);
  leavePages(app, platform);
}
