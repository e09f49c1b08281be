import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { fileOfDossier, openSecret, receiptData, receiptPdf, unitThen } from '../../modules/dossiers/index.ts';
import { needStaff, staffOf, willShow } from '../../modules/identity/index.ts';
import { showDate, toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { refusePlatform } from '../../platform/problem.ts';
import { sendFile } from '../../portal/filings/send-file.ts';
import { deskShell } from '../shell.ts';
import { filledForm } from './dossier-view.ts';
import FilledFormPage from './FilledFormPage.svelte';
import { loadDossier } from './load.ts';
import { DOSSIERS } from './paths.ts';

const Params = Type.Object({ dossierId: Type.String({ format: 'uuid' }) });
const FileParams = Type.Object({ dossierId: Type.String({ format: 'uuid' }), fileId: Type.String({ format: 'uuid' }) });

/** Papers, results, form 01 and the filled form of a dossier. */
export function deskFilePages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, keys } = platform;
  const onRequest = needStaff(platform, 'dossier.see');

  app.get(
    `${DOSSIERS}/:dossierId/tep/:fileId`,
    { onRequest, schema: { params: FileParams } },
    async (request, reply) => {
      const { unitId, staffId } = staffOf(request);
      const { dossierId, fileId } = request.params;
      const file = await fileOfDossier(database.db, unitId, dossierId, fileId);
      if (!file) throw new RefusalError(refusePlatform('not-found'));
      willShow(request, {
        kind: 'paper',
        subject: `dossier:${dossierId}/file:${fileId}`,
        accountId: file.accountId,
        action: 'dossier.see',
      });
      return sendFile(platform, reply, file, `staff:${staffId}`);
    },
  );

  app.get(
    `${DOSSIERS}/:dossierId/giay-tiep-nhan.pdf`,
    { onRequest, schema: { params: Params } },
    async (request, reply) => {
      const { dossier, filing, unit: home } = await loadDossier(platform, request, request.params.dossierId);
      const at = { issued: dossier.receivedAt ?? dossier.submittedAt, now: platform.clock.now() };
      const unit = await unitThen(database.db, dossier.unitId, home, at);
      const secret = openSecret(keys, dossier);
      const pdf = await receiptPdf(receiptData({ dossier, filing, unit, origin: platform.origin(), secret }));
      return reply
        .headers({
          'content-disposition': `inline; filename="${dossier.code}.pdf"`,
          'cache-control': 'private, no-store',
        })
        .type('application/pdf')
        .send(Buffer.from(pdf));
    },
  );

  app.get(`${DOSSIERS}/:dossierId/to-khai`, { onRequest, schema: { params: Params } }, async (request, reply) => {
    const session = staffOf(request);
    const { dossier, filing, unit: home } = await loadDossier(platform, request, request.params.dossierId);
    const at = { issued: dossier.submittedAt, now: platform.clock.now() };
    const unit = await unitThen(database.db, dossier.unitId, home, at);
    return sendPage(platform, reply, {
      component: FilledFormPage,
      props: {
        layout: deskShell(platform, request, session),
        dossierId: dossier.dossierId,
        form: {
          ...filledForm(dossier, filing),
          recipient: `Ủy ban nhân dân ${unit.name}`,
          place: unit.name,
          date: dateWords(dossier.submittedAt),
        },
      },
      title: `Tờ khai ${dossier.code}`,
      lang: 'vi',
    });
  });
}

/** `ngày 24 tháng 11 năm 2026` without the first word, which the form prints itself. */
function dateWords(instant: Date): string {
  const [day, month, year] = showDate(toLocal(instant).date).split('/');
  return `${day} tháng ${month} năm ${year}`;
}
