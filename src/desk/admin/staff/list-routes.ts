import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  type InvitationForm,
  inviteStaff,
  needStaff,
  readInvitation,
  staffOf,
  staffOfUnit,
} from '../../../modules/identity/index.ts';
import { toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { transact } from '../../../platform/db/index.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { problemText } from '../../../platform/problem.ts';
import { Boxes, Line, ticked } from '../../form-fields.ts';
import { ROLE_LABELS } from '../../role-labels.ts';
import { deskShell } from '../../shell.ts';
import { showWhen } from '../../when.ts';
import { invitationPath, STAFF, STAFF_INVITE, staffPath } from './paths.ts';
import StaffListPage from './StaffListPage.svelte';
import { DONE, periodWords, present, STATE_LABELS, stateOf } from './text.ts';

const Body = Type.Object({
  key: Type.String({ format: 'uuid' }),
  fullName: Line(200),
  phone: Line(40),
  roles: Boxes,
  validFrom: Line(10),
  validTo: Line(10),
});
const Query = Type.Object({ xong: Line(20) });

interface Shown {
  readonly form: InvitationForm;
  readonly key: string;
  readonly errors: readonly { name: string; message: string }[];
  readonly done: string | null;
}

/** The list of staff with the form that invites. */
export function staffListPage(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const onRequest = needStaff(platform, 'staff.manage');

  app.get(STAFF, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const form = { fullName: '', phone: '', roles: [], validFrom: toLocal(clock.now()).date, validTo: '' };
    return page(request, reply, { form, key: newId(), errors: [], done: DONE[request.query.xong ?? ''] ?? null });
  });

  app.post(STAFF_INVITE, { onRequest, schema: { body: Body } }, async (request, reply) => {
    const { unitId, staffId } = staffOf(request);
    const { key, fullName = '', phone = '', roles, validFrom = '', validTo = '' } = request.body;
    const form = { fullName, phone, roles: ticked(roles), validFrom, validTo };
    const values = readInvitation(form);
    if (Array.isArray(values)) {
      const errors = values.map(([name, refusal]) => ({ name, message: problemText(refusal) }));
      return page(request, reply, { form, key, errors, done: null }, 422);
    }
    const now = clock.now();
    await transact(database.db, (tx) =>
      inviteStaff(tx, { keys, now, actor: `staff:${staffId}`, unitId, invitationId: key, values }),
    );
    return reply.redirect(invitationPath(key), 303);
  });

  async function page(request: FastifyRequest, reply: FastifyReply, shown: Shown, status = 200) {
    const session = staffOf(request);
    const now = clock.now();
    const today = toLocal(now).date;
    const { people, invitations } = await staffOfUnit(database.db, session.unitId, now);
    return sendPage(platform, reply, {
      component: StaffListPage,
      props: {
        layout: deskShell(platform, request, session),
        people: people.map((person) => ({
          key: person.staffId,
          href: staffPath(person.staffId),
          name: person.fullName,
          login: person.login,
          roles: present(person, today).map((role) => `${ROLE_LABELS[role.role]} (${periodWords(role)})`),
          state: stateOf(person, today),
          stateLabel: STATE_LABELS[stateOf(person, today)],
        })),
        invitations: invitations.map((one) => ({
          key: one.invitationId,
          href: invitationPath(one.invitationId),
          name: one.fullName,
          text: one.kind === 'renew' ? 'Đặt lại mật khẩu' : one.roles.map((role) => ROLE_LABELS[role]).join(', '),
          meta: `dùng được đến ${showWhen(one.expiresAt)}`,
        })),
        ...shown,
      },
      title: 'Cán bộ và vai trò',
      lang: 'vi',
      status,
    });
  }
}
