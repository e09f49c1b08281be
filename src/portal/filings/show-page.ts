import type { FastifyReply } from 'fastify';
import {
  type Answers,
  checkPage,
  type Filing,
  findPage,
  mergeAnswers,
  prevPage,
  progress,
  textIn,
} from '../../modules/catalogue/index.ts';
import { type Draft, formContext, pageMark, resumeAt } from '../../modules/dossiers/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError, sendPage } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { refusePlatform } from '../../platform/problem.ts';
import { PLACES } from '../places/paths.ts';
import type { ActingPerson } from './acting.ts';
import DraftPage from './DraftPage.svelte';
import { attachedPapers, draftPaperHref, pageInWords } from './draft-view.ts';
import { FROM_REVIEW } from './paths.ts';
import { filingText } from './text.ts';

export interface ShownPage {
  readonly draft: Draft;
  readonly filing: Filing;
  readonly pageKey: string;
  readonly fromTheReview: boolean;
  /** Shows what is wrong at once, before anything was posted. */
  readonly judge?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  readonly warnings?: Readonly<Record<string, string>>;
  /** What was typed here while another device changed the page. */
  readonly typed?: Answers | undefined;
  readonly cardFilled?: number | undefined;
  readonly cardError?: string;
}

/** Renders a page of a draft: 200 fresh, 422 with errors, 409 when another device changed it meanwhile. */
export const pageShower =
  (platform: Platform) =>
  async (reply: FastifyReply, acting: ActingPerson, shown: ShownPage): Promise<FastifyReply> => {
    const { draft, filing, pageKey, typed, fromTheReview } = shown;
    const { form } = filing;
    const now = platform.clock.now();
    const frame = await acting.frame();
    const { lang } = frame;
    const words = filingText(lang);
    const visible = findPage(form, pageKey, draft.answers);
    const position = progress(form, pageKey, draft.answers);
    if (!visible || !position) throw new RefusalError(refusePlatform('not-found'));
    const found = checkPage(form, pageKey, draft.answers, formContext(now, lang, draft.papers));
    const errors = shown.errors ?? (shown.judge ? found.errors : {});
    const back = prevPage(form, pageKey, draft.answers);
    const review = acting.paths.review(draft.draftId);
    const complete = resumeAt(draft, filing, now) === null;
    const title = textIn(visible.page.title, lang);
    const wrong = Object.keys(errors).length > 0 && !shown.judge;
    return sendPage(platform, reply, {
      component: DraftPage,
      props: {
        frame,
        title,
        conflict: typed ? pageInWords(filing, pageKey, draft.answers, lang, words.conflictEmpty) : undefined,
        cardFilled: shown.cardFilled,
        form: {
          visible,
          position,
          action: acting.paths.page(draft.draftId, pageKey),
          backHref: fromTheReview ? review : back ? acting.paths.page(draft.draftId, back) : acting.paths.list,
          reviewHref: complete || fromTheReview ? review : undefined,
          idempotencyKey: newId(),
          // A helper's device keeps nothing of the people it helps.
          draft: acting.helper
            ? undefined
            : {
                id: draft.draftId,
                savedAt: draft.updatedAt.toISOString(),
                now: now.toISOString(),
                autosaveUrl: acting.paths.autosave(draft.draftId, pageKey),
              },
          scan: { action: acting.paths.card(draft.draftId, pageKey), error: shown.cardError },
          hidden: { seen: pageMark(form, pageKey, draft.answers), ...(fromTheReview && { [FROM_REVIEW]: 'xem-lai' }) },
          answers: typed ? mergeAnswers(draft.answers, typed) : draft.answers,
          errors,
          warnings: shown.warnings ?? found.warnings,
          sources: draft.sources,
          papers: attachedPapers(draft.papers, draftPaperHref(acting.paths, draft.draftId), lang),
          placesHref: PLACES,
          assisted: acting.helper !== null,
        },
      },
      title: wrong ? `${lang === 'vi' ? 'Lỗi' : 'Error'}: ${title}` : title,
      lang,
      status: typed ? 409 : wrong || shown.cardError ? 422 : 200,
      islands: [
        ...(acting.helper ? [] : ['draft-keeper']),
        ...(visible.page.scan ? ['card-qr'] : []),
        ...(visible.fields.some(({ type }) => type === 'place') ? ['place-search'] : []),
      ],
    });
  };
