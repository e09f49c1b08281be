import type { Lang } from '../../platform/problem.ts';
import { type Filing, type SummarySection, summary, validateAll, visiblePages } from '../catalogue/index.ts';
import type { WorkCalendar } from '../units/index.ts';
import { attachedOf, formContext } from './draft-rules.ts';
import { type DueDate, dueOf } from './due-date.ts';
import type { Draft } from './store-drafts.ts';

export interface PageFinding {
  readonly page: string;
  readonly field: string;
  readonly message: string;
}

export interface Review {
  readonly sections: readonly SummarySection[];
  readonly errors: readonly PageFinding[];
  readonly warnings: readonly PageFinding[];
  /** If it were submitted now; null where no duration is published. */
  readonly due: DueDate | null;
}

/** Everything that the review page says; pure. */
export function reviewDraft(draft: Draft, filing: Filing, calendar: WorkCalendar, now: Date, lang: Lang): Review {
  const { form } = filing;
  const found = validateAll(form, draft.answers, formContext(now, lang, draft.papers));
  const list = (texts: typeof found.errors): PageFinding[] =>
    visiblePages(form, draft.answers).flatMap(({ page }) =>
      Object.entries(texts[page.key] ?? {}).map(([field, message]) => ({ page: page.key, field, message })),
    );
  return {
    sections: summary(form, draft.answers, lang, { sources: draft.sources, attached: attachedOf(draft.papers) }),
    errors: list(found.errors),
    warnings: list(found.warnings),
    due: dueOf(filing.duration.text, filing.duration.rule, now, calendar),
  };
}

/** Where to go on: the first page that something is wrong with, else the review (null). */
export function resumeAt(draft: Draft, filing: Filing, now: Date): string | null {
  const found = validateAll(filing.form, draft.answers, formContext(now, 'vi', draft.papers)).errors;
  return visiblePages(filing.form, draft.answers).find(({ page }) => found[page.key])?.page.key ?? null;
}
