import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import {
  findUnit,
  type ProfileField,
  profileFaults,
  profileRows,
  readProfile,
  refuseUnits,
  saveProfile,
  toLocal,
} from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { dayBoxes, dayBoxesOf, dayOf, dayTyped } from '../day-field.ts';
import ProfilePage from './ProfilePage.svelte';
import { ADMIN_PROFILE } from './paths.ts';
import { type ProfileForm, profileHistory } from './view.ts';

const Form = Type.Object({
  hotline: Line(60),
  hotlineHours: Line(300),
  address: Line(400),
  identifier: Line(60),
  centreName: Line(300),
  ...dayBoxes,
});
const Query = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 20 })) });

/** `/desk/admin/thong-tin`: what the unit says of itself, from which day on. */
export function adminProfile(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'unit.manage');

  app.get(ADMIN_PROFILE, { onRequest, schema: { querystring: Query } }, async (request, reply) =>
    page(request, reply, { done: request.query.xong !== undefined, form: null, faults: [] }),
  );

  app.post(ADMIN_PROFILE, { onRequest, schema: { body: Form } }, async (request, reply) => {
    const { unitId, staffId } = staffOf(request);
    const { hotline = '', hotlineHours = '', address = '', identifier = '', centreName = '' } = request.body;
    const typed = { hotline, hotlineHours, address, identifier, centreName };
    const fields = readProfile(typed);
    const day = dayOf(request.body);
    const faults: [ProfileField | 'day', Refusal][] = profileFaults(fields).map(([name, fault]) => [name, fault]);
    if (!day) faults.push(['day', refuseUnits('date-invalid')]);
    if (day && faults.length === 0) {
      const now = clock.now();
      const input = { unitId, actor: `staff:${staffId}`, now, fields, effectiveFrom: day };
      const refused = await saveProfile(database.db, input);
      if (!refused) return reply.redirect(`${ADMIN_PROFILE}?xong=1`, 303);
      faults.push(['identifier', refused]);
    }
    return page(request, reply, { done: false, form: { ...typed, day: dayTyped(request.body) }, faults });
  });

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: {
      readonly done: boolean;
      readonly form: ProfileForm | null;
      readonly faults: readonly (readonly [string, Refusal])[];
    },
  ) {
    const session = staffOf(request);
    const today = toLocal(clock.now()).date;
    const [unit, rows] = await Promise.all([
      findUnit(database.db, session.unitId, today),
      profileRows(database.db, session.unitId),
    ]);
    const { fields, history } = profileHistory(rows, today);
    return sendPage(platform, reply, {
      component: ProfilePage,
      props: {
        layout: deskShell(platform, request, session),
        form: shown.form ?? { ...fields, day: dayBoxesOf(today) },
        errors: shown.faults.map(([name, fault]) => ({ name, message: problemText(fault) })),
        provisional: unit?.identifierIsProvisional ? unit.identifier : null,
        history,
        done: shown.done,
      },
      title: 'Thông tin đơn vị',
      lang: 'vi',
      status: shown.faults[0] ? problemStatus(shown.faults[0][1]) : 200,
    });
  }
}
