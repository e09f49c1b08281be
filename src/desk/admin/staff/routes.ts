import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../../platform/context.ts';
import { staffInvitationPages } from './invitation-routes.ts';
import { staffListPage } from './list-routes.ts';
import { staffPersonPages } from './person-routes.ts';

/** `/desk/admin/can-bo`: staff of the unit, invitations, roles for a period. */
export function adminStaff(app: FastifyInstance, platform: Platform): void {
  staffListPage(app, platform);
  staffInvitationPages(app, platform);
  staffPersonPages(app, platform);
}
