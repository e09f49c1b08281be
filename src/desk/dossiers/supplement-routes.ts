import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Answers } from '../../modules/catalogue/index.ts';
import { requestSupplement, staffActs } from '../../modules/dossiers/index.ts';
import { needStaff, staffOf } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText } from '../../platform/problem.ts';
import { deskShell } from '../shell.ts';
import {
  type DefectForm,
  type DefectTarget,
  defectsOf,
  REASON_PREFIX,
  readDefectForm,
  targetGroups,
} from './defect-rules.ts';
import { type LoadedDossier, loadDossier, staffActor } from './load.ts';
import { ACT_SLUGS, DOSSIERS, dossierDonePath, dossierPath } from './paths.ts';
import SupplementPage from './SupplementPage.svelte';

const Params = Type.Object({ dossierId: Type.String({ format: 'uuid' }) });
// One box and one sentence for each field and paper of the dossier: names are not known beforehand.
const Body = Type.Record(
  Type.String(),
  Type.Union([Type.String({ maxLength: 4000 }), Type.Array(Type.String(), { maxItems: 500 })]),
);

/** One reason box of the page, wrong. */
export interface FieldFault {
  readonly name?: string;
  readonly message: string;
}

/** `/desk/ho-so/:id/yeu-cau-bo-sung`: the one complete list of what is to be mended. */
export function deskSupplementPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;
  const onRequest = needStaff(platform, 'dossier.work');
  const url = `${DOSSIERS}/:dossierId/${ACT_SLUGS['request-supplement']}`;

  app.get(url, { onRequest, schema: { params: Params } }, async (request, reply) => {
    const loaded = await loadDossier(platform, request, request.params.dossierId);
    if (!staffActs(loaded.dossier.state).includes('request-supplement')) {
      return reply.redirect(dossierPath(request.params.dossierId), 303);
    }
    return page(request, reply, loaded, { form: { ticked: [], reasons: {}, note: '' }, faults: [], status: 200 });
  });

  app.post(url, { onRequest, schema: { params: Params, body: Body } }, async (request, reply) => {
    const session = staffOf(request);
    const { dossierId } = request.params;
    const form = readDefectForm(request.body);
    const loaded = await loadDossier(platform, request, dossierId);
    const { defects, bare } = defectsOf(form, groupsOf(loaded));
    if (bare.length > 0) return page(request, reply, loaded, { form, faults: bare.map(withoutReason), status: 422 });
    const acted = await requestSupplement({
      db: database.db,
      now: clock.now(),
      unitId: session.unitId,
      dossierId,
      actor: staffActor(session, 'dossier.work'),
      version: Number(request.body.version) || 0,
      defects,
      note: form.note,
    });
    if (!isRefusal(acted)) return reply.redirect(dossierDonePath(dossierId, 'request-supplement'), 303);
    const faults = [{ message: problemText(acted) }];
    return page(request, reply, loaded, { form, faults, status: problemStatus(acted) });
  });

  const withoutReason = ({ id, label }: DefectTarget): FieldFault => ({
    name: `${REASON_PREFIX}${id}`,
    message: `“${label}” chưa ghi lý do. Hãy ghi sai gì và sửa thế nào.`,
  });

  const groupsOf = ({ filing, dossier }: LoadedDossier) =>
    targetGroups(filing, dossier.answers as Answers, dossier.papers);

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    loaded: LoadedDossier,
    state: { form: DefectForm; faults: readonly FieldFault[]; status: number },
  ) {
    const { dossier } = loaded;
    return sendPage(platform, reply, {
      component: SupplementPage,
      props: {
        layout: deskShell(platform, request, staffOf(request)),
        dossier: {
          dossierId: dossier.dossierId,
          code: dossier.code,
          version: dossier.version,
          name: dossier.procedureName,
        },
        groups: groupsOf(loaded),
        form: state.form,
        faults: state.faults,
      },
      title: 'Yêu cầu bổ sung',
      lang: 'vi',
      status: state.status,
    });
  }
}
