import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import {
  type MyDossier,
  type MyDraft,
  myFilings,
  openDraft,
  removeDraft,
  resumeAt,
  startDraft,
} from '../../modules/dossiers/index.ts';
import { currentHomeUnit } from '../../modules/units/index.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Lang } from '../../platform/problem.ts';
import type { ActingPerson, FilingRoutes } from './acting.ts';
import { firstPage } from './draft-view.ts';
import MyFilingsPage from './MyFilingsPage.svelte';
import { DraftParams, UuidText } from './params.ts';
import { filingPaths } from './paths.ts';
import RemoveDraftPage from './RemoveDraftPage.svelte';
import { filingText } from './text.ts';
import { dayText, momentText } from './when.ts';

const StartForm = Type.Object({
  code: Type.String({ pattern: '^[0-9]\\.[0-9]{6}$' }),
  /** Made with the page that holds the button: pressing twice opens one draft. */
  key: Type.Optional(UuidText),
});

/** "Hồ sơ của tôi", starting and removing a draft. */
export const listRoutes: FilingRoutes = (fastify, platform, mount) => {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys } = platform;
  const paths = filingPaths(mount.prefix);
  const onRequest = mount.guard;

  app.get(paths.list, { onRequest }, async (request, reply) => {
    const acting = await mount.acting(request, 'see');
    const frame = await acting.frame();
    const words = filingText(frame.lang);
    const { drafts, dossiers } = await myFilings(database.db, acting.accountId);
    return sendPage(platform, reply, {
      component: MyFilingsPage,
      props: {
        frame,
        title: acting.helper ? words.listTitleOf(acting.name) : words.listTitle,
        drafts: drafts.map((draft) => draftRow(draft, acting, frame.lang)),
        dossiers: dossiers.map((dossier) => dossierRow(dossier, acting, frame.lang)),
      },
      title: words.listTitle,
      lang: frame.lang,
    });
  });

  app.post(paths.start, { onRequest, schema: { body: StartForm } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const now = clock.now();
    const { code, key } = request.body;
    const home = await currentHomeUnit(database.db, now);
    const started = await startDraft({
      db: database.db,
      keys,
      now,
      acting,
      draftId: key ?? newId(),
      procedureCode: code,
      unitId: home?.unitId ?? null,
    });
    if (isRefusal(started)) throw new RefusalError(started);
    return reply.redirect(acting.paths.draft(started.draftId), 303);
  });

  app.get(paths.draft(':draftId'), { onRequest, schema: { params: DraftParams } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const opened = await openDraft(database.db, acting.accountId, request.params.draftId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const { draft, filing } = opened;
    if (draft.submittedDossierId) return reply.redirect(acting.paths.dossier(draft.unitId, draft.draftId), 303);
    // A new draft begins at its beginning, so that what was filled in for the person is seen by them.
    const page = draft.version === 1 ? firstPage(draft, filing) : resumeAt(draft, filing, clock.now());
    return reply.redirect(page ? acting.paths.page(draft.draftId, page) : acting.paths.review(draft.draftId), 303);
  });

  app.get(paths.remove(':draftId'), { onRequest, schema: { params: DraftParams } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const opened = await openDraft(database.db, acting.accountId, request.params.draftId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const frame = await acting.frame();
    const words = filingText(frame.lang);
    return sendPage(platform, reply, {
      component: RemoveDraftPage,
      props: {
        frame,
        procedureName: opened.filing.procedureName,
        action: acting.paths.remove(request.params.draftId),
        backHref: acting.paths.list,
      },
      title: words.removeTitle,
      lang: frame.lang,
    });
  });

  app.post(paths.remove(':draftId'), { onRequest, schema: { params: DraftParams } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const { draftId } = request.params;
    const removed = await removeDraft({ db: database.db, now: clock.now(), acting, draftId });
    if (isRefusal(removed)) throw new RefusalError(removed);
    return reply.redirect(acting.paths.list, 303);
  });
};

const draftRow = (draft: MyDraft, { paths }: ActingPerson, lang: Lang) => ({
  key: draft.draftId,
  name: draft.procedureName,
  meta: filingText(lang).draftMeta(momentText(draft.updatedAt, lang)),
  href: paths.draft(draft.draftId),
  removeHref: paths.remove(draft.draftId),
});

const dossierRow = (dossier: MyDossier, { paths }: ActingPerson, lang: Lang) => {
  const words = filingText(lang);
  return {
    key: dossier.dossierId,
    name: dossier.procedureName,
    state: dossier.state,
    meta: words.dossierMeta(dossier.code, dossier.subjectName),
    when:
      dossier.dueAt && dossier.state < 9 && dossier.state !== 3 && dossier.state !== 5
        ? words.due(dayText(dossier.dueAt, lang), dossier.dueTentative)
        : words.submittedOn(dayText(dossier.submittedAt, lang)),
    href: paths.dossier(dossier.unitId, dossier.dossierId),
  };
};
