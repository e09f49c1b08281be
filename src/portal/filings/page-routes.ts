import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { findPage, nextPage } from '../../modules/catalogue/index.ts';
import { fillFromCard, findDraftPaper, openDraft, pageMark, resumeAt, savePage } from '../../modules/dossiers/index.ts';
import { langOf, RefusalError } from '../../platform/http/index.ts';
import { isRefusal, problemText, refusePlatform } from '../../platform/problem.ts';
import type { FilingRoutes } from './acting.ts';
import { fileBoxes } from './draft-view.ts';
import { DraftPaperParams, PageParams } from './params.ts';
import { FROM_REVIEW, filingPaths, fromReview } from './paths.ts';
import { sendFile } from './send-file.ts';
import { pageShower } from './show-page.ts';
import { readPosting } from './upload.ts';

const Fields = Type.Record(Type.String(), Type.Unknown());
const PageQuery = Type.Object({
  [FROM_REVIEW]: Type.Optional(Type.Literal('xem-lai')),
  /** How many boxes the card filled. */
  the: Type.Optional(Type.String({ pattern: '^[0-9]{1,3}$' })),
});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** One question a screen: show, save, keep while typing, fill from a card, look at an added paper. */
export const pageRoutes: FilingRoutes = (fastify, platform, mount) => {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, files } = platform;
  const paths = filingPaths(mount.prefix);
  const onRequest = mount.guard;
  const show = pageShower(platform);
  const params = PageParams;

  app.get(
    paths.page(':draftId', ':pageKey'),
    { onRequest, schema: { params, querystring: PageQuery } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'file');
      const { draftId, pageKey } = request.params;
      const opened = await openDraft(database.db, acting.accountId, draftId);
      if (isRefusal(opened)) throw new RefusalError(opened);
      const { draft, filing } = opened;
      if (draft.submittedDossierId) return reply.redirect(acting.paths.dossier(draft.unitId, draftId), 303);
      if (!findPage(filing.form, pageKey, draft.answers)) {
        // Hidden by other answers, or no page of this form: the next one that is asked.
        const next = nextPage(filing.form, pageKey, draft.answers);
        return reply.redirect(next ? acting.paths.page(draftId, next) : acting.paths.review(draftId), 303);
      }
      const fromTheReview = request.query[FROM_REVIEW] !== undefined;
      const { the } = request.query;
      const cardFilled = the === undefined ? undefined : Number(the);
      return show(reply, acting, { draft, filing, pageKey, fromTheReview, judge: fromTheReview, cardFilled });
    },
  );

  app.post(paths.page(':draftId', ':pageKey'), { onRequest, schema: { params } }, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const { draftId, pageKey } = request.params;
    const lang = langOf(request);
    const opened = await openDraft(database.db, acting.accountId, draftId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const boxes = fileBoxes(opened.filing, pageKey, opened.draft.answers);
    const posting = await readPosting(request, files, new Set(boxes.keys()), lang);
    const { fields } = posting;
    const saved = await savePage({
      db: database.db,
      now: clock.now(),
      lang,
      acting,
      draftId,
      pageKey,
      posted: fields,
      seen: text(fields.seen),
      papers: posting.papers.map(({ field, paper }) => ({ componentKey: boxes.get(field) ?? field, paper })),
      removePaperId: text(fields.remove),
    });
    if (isRefusal(saved)) throw new RefusalError(saved);
    const { draft, filing, result, conflict, next } = saved;
    const fromTheReview = text(fields[FROM_REVIEW]) !== undefined;
    const stays = fields.stay !== undefined || fields.remove !== undefined;
    const errors = { ...(stays ? {} : result.errors), ...posting.fileErrors };
    if (conflict || Object.keys(errors).length > 0) {
      const typed = conflict ? result.values : undefined;
      return show(reply, acting, { draft, filing, pageKey, fromTheReview, errors, warnings: result.warnings, typed });
    }
    const stay = acting.paths.page(draftId, pageKey);
    if (stays) return reply.redirect(fromTheReview ? fromReview(stay) : stay, 303);
    const after = fromTheReview ? resumeAt(draft, filing, clock.now()) : next;
    return reply.redirect(after ? acting.paths.page(draftId, after) : acting.paths.review(draftId), 303);
  });

  app.post(
    paths.autosave(':draftId', ':pageKey'),
    { onRequest, schema: { params, body: Fields } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'file');
      const { draftId, pageKey } = request.params;
      const posted = request.body;
      const page = { draftId, pageKey, posted, seen: text(posted.seen) };
      const saved = await savePage({ db: database.db, now: clock.now(), lang: langOf(request), acting, ...page });
      if (isRefusal(saved)) throw new RefusalError(saved);
      if (saved.conflict) return reply.code(409).send({ saved: false });
      return reply
        .header('x-draft-seen', pageMark(saved.filing.form, pageKey, saved.draft.answers))
        .header('cache-control', 'no-store')
        .send({ saved: true, version: saved.draft.version });
    },
  );

  app.post(
    paths.card(':draftId', ':pageKey'),
    { onRequest, schema: { params, body: Fields } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'file');
      const { draftId, pageKey } = request.params;
      const cardQr = text(request.body.cardQr) ?? '';
      const filled = await fillFromCard({ db: database.db, now: clock.now(), acting, draftId, pageKey, cardQr });
      const fromTheReview = text(request.body[FROM_REVIEW]) !== undefined;
      if (!isRefusal(filled)) {
        const page = acting.paths.page(draftId, pageKey);
        return reply.redirect(`${page}?the=${filled.filled}${fromTheReview ? `&${FROM_REVIEW}=xem-lai` : ''}`, 303);
      }
      const opened = await openDraft(database.db, acting.accountId, draftId);
      if (isRefusal(opened) || !findPage(opened.filing.form, pageKey, opened.draft.answers))
        throw new RefusalError(filled);
      return show(reply, acting, {
        ...opened,
        pageKey,
        fromTheReview,
        cardError: problemText(filled, langOf(request)),
      });
    },
  );

  app.get(
    paths.draftPaper(':draftId', ':paperId'),
    { onRequest, schema: { params: DraftPaperParams } },
    async (request, reply) => {
      const acting = await mount.acting(request, 'file');
      const { draftId, paperId } = request.params;
      const paper = await findDraftPaper(database.db, acting.accountId, draftId, paperId);
      if (!paper) throw new RefusalError(refusePlatform('not-found'));
      return sendFile(platform, reply, { accountId: acting.accountId, ...paper }, acting.addedBy);
    },
  );
};
