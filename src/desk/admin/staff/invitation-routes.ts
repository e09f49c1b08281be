import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { cancelInvitation, invitationLink, needStaff, staffOf } from '../../../modules/identity/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { transact } from '../../../platform/db/index.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { qrDataUri } from '../../../platform/pdf/index.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { joinPath } from '../../join/paths.ts';
import { ROLE_LABELS } from '../../role-labels.ts';
import { deskShell } from '../../shell.ts';
import { showWhen } from '../../when.ts';
import InvitationPage from './InvitationPage.svelte';
import { cancelPath, STAFF, STAFF_INVITE } from './paths.ts';

const Params = Type.Object({ invitationId: Type.String({ format: 'uuid' }) });

/** One open invitation: its link and QR code to hand over, and its end. */
export function staffInvitationPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const onRequest = needStaff(platform, 'staff.manage');
  const url = `${STAFF_INVITE}/:invitationId`;

  app.get(url, { onRequest, schema: { params: Params } }, async (request, reply) => {
    const session = staffOf(request);
    const { invitationId } = request.params;
    const asked = { unitId: session.unitId, invitationId, now: clock.now() };
    const open = await invitationLink(database.db, keys, asked);
    if (isRefusal(open)) throw new RefusalError(open);
    const link = `${platform.origin()}${joinPath(open.token)}`;
    return sendPage(platform, reply, {
      component: InvitationPage,
      props: {
        layout: deskShell(platform, request, session),
        name: open.fullName,
        renews: open.kind === 'renew',
        roles: open.roles.map((role) => ROLE_LABELS[role]).join(', '),
        until: showWhen(open.expiresAt),
        link,
        qr: await qrDataUri(link),
        cancelAction: cancelPath(invitationId),
      },
      title: 'Lời mời',
      lang: 'vi',
    });
  });

  app.post(`${url}/huy`, { onRequest, schema: { params: Params } }, async (request, reply) => {
    const { unitId, staffId } = staffOf(request);
    const { invitationId } = request.params;
    const ended = await transact(database.db, (tx) =>
      cancelInvitation(tx, { unitId, invitationId, actor: `staff:${staffId}`, now: clock.now() }),
    );
    if (isRefusal(ended)) throw new RefusalError(ended);
    return reply.redirect(`${STAFF}?xong=huy`, 303);
  });
}
