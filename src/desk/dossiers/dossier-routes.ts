import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  type Acted,
  type ActOn,
  finishDossier,
  handOver,
  processDossier,
  receiveDossier,
  refuseDossier,
} from '../../modules/dossiers/index.ts';
import { needStaff, type StaffSession, staffOf } from '../../modules/identity/index.ts';
import { workCalendarOf } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../platform/problem.ts';
import { readPosting } from '../../portal/filings/upload.ts';
import { Line, Version } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import DossierPage from './DossierPage.svelte';
import { dossierPageView, rightFor } from './dossier-view.ts';
import { loadDossier, staffActor } from './load.ts';
import { ACT_SLUGS, DOSSIERS, dossierDonePath, type StaffAct } from './paths.ts';
import { DONE_TEXT } from './text.ts';

const Params = Type.Object({ dossierId: Type.String({ format: 'uuid' }) });
const DoneQuery = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 30 })) });

/** What was typed into a form that was refused. */
export interface FailedAct {
  readonly act: StaffAct;
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

/** `/desk/ho-so/:id` and the acts on it. */
export function deskDossierPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, files } = platform;
  const see = needStaff(platform, 'dossier.see');
  const path = (act: StaffAct) => `${DOSSIERS}/:dossierId/${ACT_SLUGS[act]}`;
  const guard = (act: StaffAct) => needStaff(platform, rightFor(act));
  const on = (act: StaffAct, session: StaffSession, dossierId: string, version: unknown): ActOn => ({
    db: database.db,
    now: clock.now(),
    unitId: session.unitId,
    dossierId,
    actor: staffActor(session, rightFor(act)),
    version: Number(version) || 0,
  });

  app.get(
    `${DOSSIERS}/:dossierId`,
    { onRequest: see, schema: { params: Params, querystring: DoneQuery } },
    async (request, reply) =>
      page(request, reply, request.params.dossierId, { done: request.query.xong ?? null, failed: null }),
  );

  const VersionBody = Type.Object({ version: Version });

  app.post(
    path('receive'),
    { onRequest: guard('receive'), schema: { params: Params, body: VersionBody } },
    async (request, reply) => {
      const session = staffOf(request);
      const { dossierId } = request.params;
      const calendar = await workCalendarOf(database.db, session.unitId, clock.now());
      const acted = await receiveDossier({ ...on('receive', session, dossierId, request.body.version), calendar });
      return answer(request, reply, dossierId, 'receive', acted, {});
    },
  );

  app.post(
    path('process'),
    { onRequest: guard('process'), schema: { params: Params, body: VersionBody } },
    async (request, reply) => {
      const { dossierId } = request.params;
      const acted = await processDossier(on('process', staffOf(request), dossierId, request.body.version));
      return answer(request, reply, dossierId, 'process', acted, {});
    },
  );

  app.post(
    path('refuse'),
    {
      onRequest: guard('refuse'),
      schema: {
        params: Params,
        body: Type.Object({ version: Version, reason: Line(4000) }),
      },
    },
    async (request, reply) => {
      const { dossierId } = request.params;
      const { version, reason = '' } = request.body;
      const acted = await refuseDossier({ ...on('refuse', staffOf(request), dossierId, version), reason });
      return answer(request, reply, dossierId, 'refuse', acted, { reason });
    },
  );

  app.post(
    path('hand-over'),
    {
      onRequest: guard('hand-over'),
      schema: {
        params: Params,
        body: Type.Object({
          version: Version,
          receiver: Line(300),
          method: Type.Optional(Type.Union([Type.Literal('counter'), Type.Literal('post')])),
        }),
      },
    },
    async (request, reply) => {
      const { dossierId } = request.params;
      const { version, receiver = '', method = 'counter' } = request.body;
      const acted = await handOver({ ...on('hand-over', staffOf(request), dossierId, version), receiver, method });
      return answer(request, reply, dossierId, 'hand-over', acted, { receiver, method });
    },
  );

  app.post(path('finish'), { onRequest: guard('finish'), schema: { params: Params } }, async (request, reply) => {
    const session = staffOf(request);
    const { dossierId } = request.params;
    // Not even read for a dossier that is not this unit's.
    const { dossier } = await loadDossier(platform, request, dossierId);
    const { fields, papers, fileErrors } = await readPosting(request, files, new Set(['file']), 'vi');
    const title = String(fields.title ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, 200);
    if (fileErrors.file) {
      const failed = { act: 'finish' as const, message: fileErrors.file, values: { title } };
      return page(request, reply, dossierId, { done: null, failed, status: 422 });
    }
    const stored = papers[0]?.paper;
    const acted = await finishDossier({
      ...on('finish', session, dossierId, fields.version),
      result: stored
        ? {
            fileId: stored.fileId,
            title: title || `Kết quả: ${dossier.procedureName}`,
            mime: stored.mime,
            sizeBytes: stored.sizeBytes,
            sha256: stored.sha256,
            staffId: session.staffId,
          }
        : null,
    });
    return answer(request, reply, dossierId, 'finish', acted, { title });
  });

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    dossierId: string,
    act: StaffAct,
    acted: Acted | Refusal,
    values: Record<string, string>,
  ) {
    if (!isRefusal(acted)) return reply.redirect(dossierDonePath(dossierId, act), 303);
    const failed = { act, message: problemText(acted), values };
    return page(request, reply, dossierId, { done: null, failed, status: problemStatus(acted) });
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    dossierId: string,
    state: { done: string | null; failed: FailedAct | null; status?: number },
  ) {
    const session = staffOf(request);
    const now = clock.now();
    const { dossier, filing, unit } = await loadDossier(platform, request, dossierId);
    const view = dossierPageView(dossier, filing, session, now, await workCalendarOf(database.db, unit.unitId, now));
    const done = Object.entries(DONE_TEXT).find(([slug]) => slug === state.done)?.[1] ?? null;
    return sendPage(platform, reply, {
      component: DossierPage,
      props: { layout: deskShell(platform, request, session), view, done, failed: state.failed },
      title: dossier.code,
      lang: 'vi',
      status: state.status ?? 200,
    });
  }
}
