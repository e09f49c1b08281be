import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type Answers, printedForm } from '../../modules/catalogue/index.ts';
import {
  confirmReceipt,
  fileOfDossier,
  noteDossierSeen,
  openDossier,
  openSecret,
  receiptData,
  receiptPdf,
  trackingUrl,
  unitThen,
} from '../../modules/dossiers/index.ts';
import { currentHomeUnit } from '../../modules/units/index.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { qrDataUri } from '../../platform/pdf/index.ts';
import { isRefusal, refusePlatform } from '../../platform/problem.ts';
import type { ActingPerson, FilingRoutes } from './acting.ts';
import DossierPage from './DossierPage.svelte';
import { dossierText } from './dossier-text.ts';
import { shownDefects, shownDue, submittedPapers } from './dossier-view.ts';
import PrintPage from './PrintPage.svelte';
import { DossierFileParams, DossierParams } from './params.ts';
import { filingPaths } from './paths.ts';
import { disposition, sendFile } from './send-file.ts';
import { filingText } from './text.ts';
import { timelineOf } from './timeline.ts';
import { dayText, momentText } from './when.ts';

/** `moi`: just submitted; `bo-sung`: just mended; `nhan`: just received. */
const Query = Type.Object({
  moi: Type.Optional(Type.Literal('1')),
  'bo-sung': Type.Optional(Type.Literal('1')),
  nhan: Type.Optional(Type.Literal('1')),
});
const FileQuery = Type.Object({ tai: Type.Optional(Type.Literal('1')) });
const ReceivedForm = Type.Object({ version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) });

/** The person's submitted dossier: receipt, tracking, results. */
export const dossierRoutes: FilingRoutes = (fastify, platform, mount) => {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const paths = filingPaths(mount.prefix);
  const onRequest = mount.guard;
  const schema = { params: DossierParams };

  async function open(acting: ActingPerson, { unitId, dossierId }: { unitId: string; dossierId: string }) {
    const opened = await openDossier(database.db, acting.accountId, unitId, dossierId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    return opened;
  }

  app.get(
    paths.dossier(':unitId', ':dossierId'),
    { onRequest, schema: { ...schema, querystring: Query } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'see');
      const { dossier } = await open(acting, request.params);
      await noteDossierSeen(database.db, acting, dossier, clock.now());
      const { unitId, dossierId } = dossier;
      const frame = await acting.frame();
      const { lang } = frame;
      const words = dossierText(lang);
      const secret = openSecret(keys, dossier);
      const { moi, nhan } = request.query;
      return sendPage(platform, reply, {
        component: DossierPage,
        props: {
          frame,
          dossier: {
            dossierId,
            code: dossier.code,
            procedureName: dossier.procedureName,
            state: dossier.state,
            applicantName: dossier.applicantName,
            subjectName: dossier.subjectName,
            submittedAt: momentText(dossier.submittedAt, lang),
            receivedAt: dossier.receivedAt ? momentText(dossier.receivedAt, lang) : undefined,
            helper: dossier.helperName ? words.helperLine(dossier.helperName, dossier.helperTeam ?? '') : undefined,
            version: dossier.version,
            isDemo: dossier.isDemo,
          },
          isNew: moi === '1',
          message: request.query['bo-sung'] === '1' ? words.mendSent : nhan === '1' ? words.handedOver : undefined,
          secret: `${secret.slice(0, 4)} ${secret.slice(4)}`,
          qr: await qrDataUri(trackingUrl(platform.origin(), dossier.code, secret)),
          due: shownDue(dossier, clock.now(), lang),
          steps: timelineOf(dossier.state, dossier.actions, lang),
          defects: shownDefects(dossier.openDefects, acting.paths.supplement(unitId, dossierId)),
          papers: submittedPapers(dossier.papers, (fileId) => acting.paths.file(unitId, dossierId, fileId), lang),
          results: dossier.results.map((result) => ({
            title: result.title,
            when: dayText(result.addedAt, lang),
            href: acting.paths.file(unitId, dossierId, result.fileId),
          })),
          links: {
            list: acting.paths.list,
            receipt: acting.paths.receipt(unitId, dossierId),
            printed: acting.paths.printedDossier(unitId, dossierId),
            supplement: acting.paths.supplement(unitId, dossierId),
            received: acting.helper ? undefined : acting.paths.received(unitId, dossierId),
          },
        },
        title: words.title(dossier.code),
        lang,
        islands: moi && !acting.helper ? ['draft-keeper'] : [],
      });
    },
  );

  app.get(paths.receipt(':unitId', ':dossierId'), { onRequest, schema }, async (request, reply) => {
    const acting = await mount.acting(request, 'see');
    const { dossier, filing } = await open(acting, request.params);
    const now = clock.now();
    const issued = dossier.receivedAt ?? dossier.submittedAt;
    const unit = await unitThen(database.db, dossier.unitId, await currentHomeUnit(database.db, now), { issued, now });
    const secret = openSecret(keys, dossier);
    const pdf = await receiptPdf(receiptData({ dossier, filing, unit, origin: platform.origin(), secret }));
    return reply
      .type('application/pdf')
      .header('content-disposition', disposition(`Giấy tiếp nhận ${dossier.code}`, 'pdf', false))
      .header('cache-control', 'no-store')
      .send(Buffer.from(pdf));
  });

  app.get(paths.printedDossier(':unitId', ':dossierId'), { onRequest, schema }, async (request, reply) => {
    const acting = await mount.acting(request, 'see');
    const { dossier, filing } = await open(acting, request.params);
    const now = clock.now();
    const frame = await acting.frame();
    const at = { issued: dossier.submittedAt, now };
    const unit = await unitThen(database.db, dossier.unitId, await currentHomeUnit(database.db, now), at);
    return sendPage(platform, reply, {
      component: PrintPage,
      props: {
        frame,
        backHref: acting.paths.dossier(dossier.unitId, dossier.dossierId),
        form: {
          title: filing.form.title.vi,
          demo: dossier.isDemo,
          recipient: filingText('vi').recipient(unit.name),
          sections: printedForm(filing.form, dossier.answers as Answers),
          signerName: dossier.applicantName,
          code: dossier.code,
        },
      },
      title: filingText(frame.lang).printTitle,
      lang: frame.lang,
    });
  });

  app.get(
    paths.file(':unitId', ':dossierId', ':fileId'),
    { onRequest, schema: { params: DossierFileParams, querystring: FileQuery } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'see');
      const { unitId, dossierId, fileId } = request.params;
      const file = await fileOfDossier(database.db, unitId, dossierId, fileId, acting.accountId);
      if (!file) throw new RefusalError(refusePlatform('not-found'));
      return sendFile(platform, reply, file, acting.addedBy, request.query.tai === '1');
    },
  );

  app.post(
    paths.received(':unitId', ':dossierId'),
    { onRequest, schema: { ...schema, body: ReceivedForm } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'see');
      const { unitId, dossierId } = request.params;
      const version = Number(request.body.version);
      const done = await confirmReceipt({ db: database.db, now: clock.now(), acting, unitId, dossierId, version });
      if (isRefusal(done)) throw new RefusalError(done);
      return reply.redirect(`${acting.paths.dossier(unitId, dossierId)}?nhan=1`, 303);
    },
  );
};
