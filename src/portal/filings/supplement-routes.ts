import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import {
  findSupplementPaper,
  openSupplement,
  type SupplementView,
  saveSupplement,
} from '../../modules/dossiers/index.ts';
import { currentHomeUnit } from '../../modules/units/index.ts';
import { langOf, RefusalError, sendPage } from '../../platform/http/index.ts';
import { isUuid, newId } from '../../platform/ids.ts';
import { isRefusal, refusePlatform } from '../../platform/problem.ts';
import type { ActingPerson, FilingRoutes } from './acting.ts';
import { dossierText } from './dossier-text.ts';
import { attachedPapers } from './draft-view.ts';
import { DossierParams, SupplementPaperParams } from './params.ts';
import { filingPaths } from './paths.ts';
import SupplementPage from './SupplementPage.svelte';
import { sendFile } from './send-file.ts';
import { supplementErrors } from './supplement-view.ts';
import { readPosting } from './upload.ts';

const Query = Type.Object({ luu: Type.Optional(Type.Literal('1')) });
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Mending what was asked for: kept between visits, sent once when all of it is done. */
export const supplementRoutes: FilingRoutes = (fastify, platform, mount) => {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, files } = platform;
  const paths = filingPaths(mount.prefix);
  const onRequest = mount.guard;
  const path = paths.supplement(':unitId', ':dossierId');

  app.get(path, { onRequest, schema: { params: DossierParams, querystring: Query } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const opened = await openSupplement(database.db, {
      now: clock.now(),
      lang: langOf(request),
      acting,
      ...request.params,
    });
    if (isRefusal(opened)) throw new RefusalError(opened);
    return show(reply, acting, opened, { kept: request.query.luu === '1' });
  });

  app.post(path, { onRequest, schema: { params: DossierParams } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const lang = langOf(request);
    const now = clock.now();
    const ask = { now, lang, acting, ...request.params };
    const opened = await openSupplement(database.db, ask);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const fileFields = [...opened.state.items.map(({ field }) => field), ...opened.state.more];
    const boxes = new Map(
      fileFields.flatMap((field) => (field?.type === 'file' ? [[field.key, field.paper] as const] : [])),
    );
    const { fields, papers, fileErrors } = await readPosting(request, files, new Set(boxes.keys()), lang);
    const send = fields.send !== undefined && Object.keys(fileErrors).length === 0;
    const key = text(fields.key);
    const saved = await saveSupplement({
      ...ask,
      db: database.db,
      key: key && isUuid(key) ? key : newId(),
      home: await currentHomeUnit(database.db, now),
      posted: fields,
      papers: papers.map(({ field, paper }) => ({ componentKey: boxes.get(field) ?? field, paper })),
      removePaperId: text(fields.remove),
      send,
    });
    if (isRefusal(saved)) throw new RefusalError(saved);
    const { unitId, dossierId } = request.params;
    if (saved.sent) return reply.redirect(`${acting.paths.dossier(unitId, dossierId)}?bo-sung=1`, 303);
    const judged = fields.send !== undefined;
    if (judged || Object.keys(fileErrors).length > 0) return show(reply, acting, saved, { judged, fileErrors });
    return reply.redirect(`${acting.paths.supplement(unitId, dossierId)}?luu=1`, 303);
  });

  app.get(
    paths.supplementPaper(':unitId', ':dossierId', ':paperId'),
    { onRequest, schema: { params: SupplementPaperParams } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'file');
      const { dossierId, paperId } = request.params;
      const paper = await findSupplementPaper(database.db, acting.accountId, dossierId, paperId);
      if (!paper) throw new RefusalError(refusePlatform('not-found'));
      return sendFile(platform, reply, { accountId: acting.accountId, ...paper }, acting.addedBy);
    },
  );

  async function show(
    reply: FastifyReply,
    acting: ActingPerson,
    { dossier, draft, state }: SupplementView,
    how: { kept?: boolean; judged?: boolean; fileErrors?: Readonly<Record<string, string>> },
  ) {
    const { unitId, dossierId } = dossier;
    const frame = await acting.frame();
    const { lang } = frame;
    const words = dossierText(lang);
    const errors = { ...(how.judged ? supplementErrors(state, words) : {}), ...how.fileErrors };
    const hrefOf = (paperId: string) => acting.paths.supplementPaper(unitId, dossierId, paperId);
    return sendPage(platform, reply, {
      component: SupplementPage,
      props: {
        frame,
        procedureName: dossier.procedureName,
        action: acting.paths.supplement(unitId, dossierId),
        backHref: acting.paths.dossier(unitId, dossierId),
        key: newId(),
        kept: how.kept === true,
        state,
        answers: { ...dossier.answers, ...draft?.answers } as never,
        papers: attachedPapers(draft?.papers ?? [], hrefOf, lang),
        errors,
        assisted: acting.helper !== null,
      },
      title: words.mendTitle,
      lang,
      status: Object.keys(errors).length > 0 ? 422 : 200,
    });
  }
};
