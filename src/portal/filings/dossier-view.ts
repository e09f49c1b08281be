import type { DossierView } from '../../modules/dossiers/index.ts';
import { type Defect, isOverdue } from '../../modules/dossiers/index.ts';
import { displaySize } from '../../modules/papers/paper-rules.ts';
import type { Lang } from '../../platform/problem.ts';
import { dossierText } from './dossier-text.ts';
import type { PaperGroup } from './paper-groups.ts';
import { dayText, momentText } from './when.ts';

/** The due day as a dossier's page tells it; pure. */
export interface ShownDue {
  readonly label: string;
  readonly day: string;
  readonly note?: string | undefined;
  readonly why: string;
  readonly steps: readonly string[];
  readonly sentence?: string | undefined;
}

type Dated = Pick<DossierView, 'state' | 'receivedAt' | 'dueAt' | 'dueSteps' | 'dueSentence' | 'dueTentative'>;

/** Null once there is nothing to wait for. */
export function shownDue(dated: Dated, now: Date, lang: Lang): ShownDue | null {
  const { state, receivedAt, dueAt, dueSteps, dueSentence, dueTentative } = dated;
  if (state === 3 || state === 7 || state === 8 || state === 10) return null;
  const words = dossierText(lang);
  const label = receivedAt ? words.due : words.dueExpected;
  const steps = dueSteps.map(({ text }) => text);
  if (state === 5 && !receivedAt) return { label, day: words.dueAfterMend, why: words.whyDue, steps: [] };
  if (!dueAt) return { label, day: words.dueNone, why: words.whyDue, steps };
  const tentative = dueTentative ? words.dueTentative : undefined;
  const note = state === 5 ? words.duePaused : isOverdue(state, dueAt, now) ? words.overdue : tentative;
  return { label, day: momentText(dueAt, lang), note, why: words.whyDue, steps, sentence: dueSentence ?? undefined };
}

/** Papers as submitted, by component; replaced ones stay visible. */
export function submittedPapers(
  papers: DossierView['papers'],
  hrefOf: (fileId: string) => string,
  lang: Lang,
): PaperGroup[] {
  const groups = new Map<string, { key: string; name: string; files: PaperGroup['files'][number][] }>();
  for (const paper of papers) {
    const group = groups.get(paper.componentKey) ?? { key: paper.componentKey, name: paper.componentName, files: [] };
    const kind = paper.mime === 'application/pdf' ? 'PDF' : lang === 'vi' ? 'Ảnh' : 'Photo';
    const label = `${kind} ${group.files.length + 1}, ${displaySize(paper.sizeBytes)}, ${dayText(paper.addedAt, lang)}`;
    group.files.push({ label, href: hrefOf(paper.fileId), superseded: paper.superseded });
    groups.set(paper.componentKey, group);
  }
  return [...groups.values()];
}

/** One complete checklist; each leads to its place on the supplement's page. */
export const shownDefects = (defects: readonly Defect[], supplementHref: string) =>
  defects.map(({ targetLabel, reason }, index) => ({
    what: targetLabel,
    how: reason,
    href: `${supplementHref}#cho-${index + 1}`,
  }));
