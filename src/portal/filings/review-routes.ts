import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { printedForm } from '../../modules/catalogue/index.ts';
import { openDraft, reviewDraft, submitDossier, unitOf } from '../../modules/dossiers/index.ts';
import { currentHomeUnit, workCalendarOf } from '../../modules/units/index.ts';
import { langOf, RefusalError, sendPage } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { fieldId } from '../../ui/components/field/field-model.ts';
import type { FilingRoutes } from './acting.ts';
import DraftReviewPage from './DraftReviewPage.svelte';
import { draftPaperHref } from './draft-view.ts';
import PrintPage from './PrintPage.svelte';
import { draftPaperGroups } from './paper-groups.ts';
import { DraftParams } from './params.ts';
import { filingPaths, fromReview } from './paths.ts';
import { filingText } from './text.ts';
import { momentText } from './when.ts';

/** The review, the filled form on paper, and the submission. */
export const reviewRoutes: FilingRoutes = (fastify, platform, mount) => {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys, config } = platform;
  const paths = filingPaths(mount.prefix);
  const route = { onRequest: mount.guard, schema: { params: DraftParams } };

  app.get(paths.review(':draftId'), route, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const { draftId } = request.params;
    const opened = await openDraft(database.db, acting.accountId, draftId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const { draft, filing } = opened;
    if (draft.submittedDossierId) return reply.redirect(acting.paths.dossier(draft.unitId, draftId), 303);
    const now = clock.now();
    const frame = await acting.frame();
    const { lang } = frame;
    const words = filingText(lang);
    const review = reviewDraft(draft, filing, await workCalendarOf(database.db, draft.unitId, now), now, lang);
    const pageHref = (pageKey: string) => fromReview(acting.paths.page(draftId, pageKey));
    const finding = ({ page, field, message }: (typeof review.errors)[number]) => ({
      message,
      href: `${pageHref(page)}#${fieldId(field)}`,
    });
    return sendPage(platform, reply, {
      component: DraftReviewPage,
      props: {
        frame,
        title: filing.procedureName,
        sections: review.sections,
        pageHref,
        errors: review.errors.map(finding),
        warnings: review.warnings.map(finding),
        backHref: acting.paths.list,
        action: acting.paths.submit(draftId),
        idempotencyKey: newId(),
        submitLabel: acting.helper ? words.confirmNext : undefined,
        printHref: acting.paths.printedDraft(draftId),
        papers: draftPaperGroups(draft.papers, filing, draftPaperHref(acting.paths, draftId), lang),
        due: review.due && {
          day: momentText(review.due.due, lang),
          steps: review.due.steps.map(({ text }) => text),
          sentence: review.due.sentence,
          note: review.due.tentative ? words.dueTentative : undefined,
        },
      },
      title: filing.procedureName,
      lang,
    });
  });

  app.get(paths.printedDraft(':draftId'), route, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const opened = await openDraft(database.db, acting.accountId, request.params.draftId);
    if (isRefusal(opened)) throw new RefusalError(opened);
    const { draft, filing } = opened;
    const now = clock.now();
    const frame = await acting.frame();
    const unit = await unitOf(database.db, draft.unitId, await currentHomeUnit(database.db, now), now);
    return sendPage(platform, reply, {
      component: PrintPage,
      props: {
        frame,
        backHref: acting.paths.review(draft.draftId),
        form: {
          title: filing.form.title.vi,
          demo: config.demo,
          recipient: filingText('vi').recipient(unit.name),
          sections: printedForm(filing.form, draft.answers),
        },
      },
      title: filingText(frame.lang).printTitle,
      lang: frame.lang,
    });
  });

  app.post(paths.submit(':draftId'), route, async (request, reply) => {
    const acting = await mount.acting(request, 'file');
    const { draftId } = request.params;
    // A helper never submits alone: the citizen confirms this very content by a code first.
    if (acting.helper) return reply.redirect(acting.paths.confirm(draftId), 303);
    const now = clock.now();
    const submitted = await submitDossier({
      db: database.db,
      keys,
      now,
      acting,
      draftId,
      channel: 2,
      home: await currentHomeUnit(database.db, now),
      accountPhone: acting.phone,
      lang: langOf(request),
      isDemo: config.demo,
    });
    if (!isRefusal(submitted))
      return reply.redirect(`${acting.paths.dossier(submitted.unitId, submitted.dossierId)}?moi=1`, 303);
    // The review shows what is missing, each with its link.
    if (submitted.refused === 'dossiers.incomplete') return reply.redirect(acting.paths.review(draftId), 303);
    throw new RefusalError(submitted);
  });
};
