import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  disableStaff,
  enableStaff,
  endRole,
  grantRole,
  needStaff,
  renewStaff,
  staffOf,
  staffPerson,
} from '../../../modules/identity/index.ts';
import { toLocal } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { type Tx, transact } from '../../../platform/db/index.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import { Line } from '../../form-fields.ts';
import { ROLE_LABELS } from '../../role-labels.ts';
import { deskShell } from '../../shell.ts';
import { invitationPath, STAFF, STAFF_ACTS, staffPath } from './paths.ts';
import StaffPersonPage from './StaffPersonPage.svelte';
import { DONE, periodWords, runs, STATE_LABELS, stateOf } from './text.ts';

const Params = Type.Object({ staffId: Type.String({ format: 'uuid' }) });
const Query = Type.Object({ xong: Line(20) });
const Grant = Type.Object({ role: Line(20), validFrom: Line(10), validTo: Line(10) });
const End = Type.Object({ role: Line(20), validFrom: Line(10) });
const Renew = Type.Object({ key: Type.String({ format: 'uuid' }) });

type Act = { unitId: string; staffId: string; byStaffId: string; now: Date };

/** One person of the staff: roles for a period, new secrets, an end of access. */
export function staffPersonPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const onRequest = needStaff(platform, 'staff.manage');
  const url = `${STAFF}/:staffId`;

  app.get(url, { onRequest, schema: { params: Params, querystring: Query } }, async (request, reply) =>
    page(request, reply, request.params.staffId, { done: DONE[request.query.xong ?? ''] ?? null, refusal: null }),
  );

  app.post(`${url}/${STAFF_ACTS.grant}`, { onRequest, schema: { params: Params, body: Grant } }, (request, reply) => {
    const { role = '', validFrom = '', validTo = '' } = request.body;
    return act(request, reply, 'grant', (tx, who) => grantRole(tx, { ...who, role, validFrom, validTo }));
  });

  app.post(`${url}/${STAFF_ACTS.end}`, { onRequest, schema: { params: Params, body: End } }, (request, reply) => {
    const { role = '', validFrom = '' } = request.body;
    return act(request, reply, 'end', (tx, who) => endRole(tx, { ...who, role, validFrom }));
  });

  app.post(`${url}/${STAFF_ACTS.disable}`, { onRequest, schema: { params: Params } }, (request, reply) =>
    act(request, reply, 'disable', disableStaff),
  );

  app.post(`${url}/${STAFF_ACTS.enable}`, { onRequest, schema: { params: Params } }, (request, reply) =>
    act(request, reply, 'enable', enableStaff),
  );

  app.post(
    `${url}/${STAFF_ACTS.renew}`,
    { onRequest, schema: { params: Params, body: Renew } },
    async (request, reply) => {
      const { unitId, staffId: by } = staffOf(request);
      const { staffId } = request.params;
      const invitationId = request.body.key;
      const offered = await transact(database.db, (tx) =>
        renewStaff(tx, { keys, now: clock.now(), actor: `staff:${by}`, unitId, staffId, invitationId }),
      );
      if (isRefusal(offered)) return page(request, reply, staffId, { done: null, refusal: offered });
      return reply.redirect(invitationPath(invitationId), 303);
    },
  );

  async function act(
    request: FastifyRequest,
    reply: FastifyReply,
    name: keyof typeof STAFF_ACTS,
    work: (tx: Tx, who: Act) => Promise<Refusal | undefined>,
  ) {
    const { unitId, staffId: byStaffId } = staffOf(request);
    const { staffId } = request.params as { staffId: string };
    const refused = await transact(database.db, (tx) => work(tx, { unitId, staffId, byStaffId, now: clock.now() }));
    if (isRefusal(refused)) return page(request, reply, staffId, { done: null, refusal: refused });
    return reply.redirect(`${staffPath(staffId)}?xong=${STAFF_ACTS[name]}`, 303);
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    staffId: string,
    { done, refusal }: { done: string | null; refusal: Refusal | null },
  ) {
    const session = staffOf(request);
    const today = toLocal(clock.now()).date;
    const person = await staffPerson(database.db, session.unitId, staffId);
    if (isRefusal(person)) throw new RefusalError(person);
    const state = stateOf(person, today);
    return sendPage(platform, reply, {
      component: StaffPersonPage,
      props: {
        layout: deskShell(platform, request, session),
        staffId,
        isSelf: staffId === session.staffId,
        name: person.fullName,
        login: person.login,
        phone: person.phone,
        state,
        stateLabel: STATE_LABELS[state],
        roles: person.roles.map((role) => ({
          key: `${role.role} ${role.validFrom}`,
          role: role.role,
          validFrom: role.validFrom,
          label: ROLE_LABELS[role.role],
          period: periodWords(role),
          ends: role.validTo === null || role.validTo > today,
          runs: runs(role, today),
        })),
        today,
        key: newId(),
        error: refusal && problemText(refusal),
        done,
      },
      title: person.fullName,
      lang: 'vi',
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
