import { type Answers, displayValue, type Filing, findPage, visiblePages } from '../../modules/catalogue/index.ts';
import type { Draft } from '../../modules/dossiers/index.ts';
import type { Lang } from '../../platform/problem.ts';
import type { AttachedPapers } from '../../ui/form/form-ui-model.ts';
import { paperLabel } from './paper-label.ts';
import type { FilingPaths } from './paths.ts';

export const firstPage = (draft: Draft, { form }: Filing): string | null =>
  visiblePages(form, draft.answers)[0]?.page.key ?? null;

/** Files of a draft as its pages show them. */
export function attachedPapers(
  papers: Draft['papers'],
  hrefOf: (paperId: string) => string,
  lang: Lang,
): AttachedPapers {
  const byKey: Record<string, { id: string; label: string; href: string }[]> = {};
  for (const paper of papers) {
    byKey[paper.componentKey] ??= [];
    byKey[paper.componentKey]?.push({ id: paper.paperId, label: paperLabel(paper, lang), href: hrefOf(paper.paperId) });
  }
  return byKey;
}

/** Names of the file boxes of a page → key of their paper. */
export function fileBoxes({ form }: Filing, pageKey: string, answers: Answers): ReadonlyMap<string, string> {
  const fields = findPage(form, pageKey, answers)?.fields ?? [];
  return new Map(fields.flatMap((field) => (field.type === 'file' ? [[field.key, field.paper] as const] : [])));
}

/** What the page says now, in one line, for somebody who typed something else elsewhere. */
export function pageInWords({ form }: Filing, pageKey: string, answers: Answers, lang: Lang, empty: string): string {
  const fields = findPage(form, pageKey, answers)?.fields ?? [];
  const shown = fields.flatMap((field) =>
    field.type === 'file' ? [] : [displayValue(field, answers[field.key] ?? '', lang) || empty],
  );
  return shown.join('; ');
}

export const draftPaperHref = (paths: FilingPaths, draftId: string) => (paperId: string) =>
  paths.draftPaper(draftId, paperId);
