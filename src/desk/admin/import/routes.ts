import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { transact } from '../../../platform/db/index.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids.ts';
import { findPreview, keepPreview, lockPreview, markApplied } from '../../../platform/import-preview/index.ts';
import { isRefusal, problemStatus, problemText, type Refusal } from '../../../platform/problem.ts';
import { type ListRow, listOf, readSheet, writeTemplate } from '../../../platform/spreadsheet/index.ts';
import { disposition } from '../../../portal/filings/send-file.ts';
import { deskShell } from '../../shell.ts';
import { countsOf } from './counts.ts';
import type { ImportKind, PlannedRow } from './kind.ts';
import PreviewPage from './PreviewPage.svelte';
import { refuse } from './problems.ts';
import UploadPage from './UploadPage.svelte';
import { readUpload } from './upload.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Upload → preview row by row → confirmation, for one kind of list. Nothing is written before the confirmation; the
 * rows wait sealed in the database, never in the page; a confirmation sent twice writes once.
 */
export function importPages<Field extends string, Row extends PlannedRow>(
  fastify: FastifyInstance,
  platform: Platform,
  list: ImportKind<Field, Row>,
): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const onRequest = needStaff(platform, list.action);
  const template = `${list.path}/mau.xlsx`;
  const previewPath = (id: string) => `${list.path}/${id}`;
  const keyOf = (request: FastifyRequest, previewId: string) => {
    const { unitId, staffId } = staffOf(request);
    return { unitId, staffId, previewId, kind: list.kind };
  };
  const by = (request: FastifyRequest) => {
    const { unitId, staffId } = staffOf(request);
    return { unitId, actor: `staff:${staffId}`, now: clock.now() };
  };

  app.get(list.path, { onRequest }, (request, reply) => uploadPage(request, reply, null));

  app.get(template, { onRequest }, async (_request, reply) =>
    reply
      .type(XLSX)
      .header('content-disposition', disposition(list.templateName, 'xlsx', true))
      .send(await writeTemplate(list.columns, list.examples)),
  );

  app.post(list.path, { onRequest }, async (request, reply) => {
    const rows = await readRows(request);
    if (isRefusal(rows)) return uploadPage(request, reply, rows);
    const previewId = newId();
    await transact(database.db, (tx) =>
      keepPreview(tx, keys, { ...keyOf(request, previewId), ...rows, now: clock.now() }),
    );
    return reply.redirect(previewPath(previewId), 303);
  });

  app.get(previewPath(':id'), { onRequest, schema: { params: Params } }, async (request, reply) => {
    const session = staffOf(request);
    const preview = await findPreview(database.db, keys, keyOf(request, request.params.id), clock.now());
    if (!preview) throw new RefusalError(refuse('preview-gone'));
    const rows = preview.outcome
      ? []
      : await list.plan(database.db, by(request), preview.rows as readonly ListRow<Field>[]);
    return sendPage(platform, reply, {
      component: PreviewPage,
      props: {
        layout: deskShell(platform, request, session),
        list: { title: list.title, path: list.path, home: list.home },
        fileName: preview.fileName,
        action: previewPath(request.params.id),
        rows: rows.map(({ line, label, result, sentence }) => ({ line, label, result, sentence })),
        counts: preview.outcome ?? countsOf(rows),
        applied: preview.outcome !== null,
      },
      title: list.title,
      lang: 'vi',
    });
  });

  app.post(previewPath(':id'), { onRequest, schema: { params: Params } }, async (request, reply) => {
    const key = keyOf(request, request.params.id);
    const refused = await transact<Refusal | null>(database.db, async (tx) => {
      const preview = await lockPreview(tx, keys, key, clock.now());
      if (!preview) return refuse('preview-gone');
      if (preview.outcome) return null;
      const actor = by(request);
      const plan = await list.lockedPlan(tx, actor, preview.rows as readonly ListRow<Field>[]);
      await markApplied(tx, key, countsOf(plan), actor.now);
      await list.write(tx, actor, plan, `import:${key.previewId}`);
      return null;
    });
    if (refused) throw new RefusalError(refused);
    return reply.redirect(previewPath(key.previewId), 303);
  });

  async function readRows(request: FastifyRequest) {
    const file = await readUpload(request);
    if (isRefusal(file)) return file;
    const rows = listOf(await readSheet(file), list.columns);
    return isRefusal(rows) ? rows : { fileName: file.name, rows };
  }

  function uploadPage(request: FastifyRequest, reply: FastifyReply, refusal: Refusal | null) {
    return sendPage(platform, reply, {
      component: UploadPage,
      props: {
        layout: deskShell(platform, request, staffOf(request)),
        list: { title: list.title, lead: list.lead, notes: list.notes, path: list.path, home: list.home, template },
        errors: refusal ? [{ name: 'file', message: problemText(refusal) }] : [],
      },
      title: list.title,
      lang: 'vi',
      status: refusal ? problemStatus(refusal) : 200,
    });
  }
}
