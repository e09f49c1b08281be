import type { Filing } from '../../modules/catalogue/index.ts';
import type { Draft } from '../../modules/dossiers/index.ts';
import type { Lang } from '../../platform/problem.ts';
import { paperLabel } from './paper-label.ts';

/** Papers of one component, with the address of each file. */
export interface PaperGroup {
  readonly key: string;
  readonly name: string;
  readonly files: readonly { readonly label: string; readonly href: string; readonly superseded?: boolean }[];
}

/** The papers of a draft by component, named as the catalogue names them. */
export function draftPaperGroups(
  papers: Draft['papers'],
  filing: Filing,
  hrefOf: (paperId: string) => string,
  lang: Lang,
): PaperGroup[] {
  const names = new Map(filing.papers.map(({ key, name }) => [key, name]));
  const groups = new Map<string, { key: string; name: string; files: { label: string; href: string }[] }>();
  for (const paper of papers) {
    const key = paper.componentKey;
    const group = groups.get(key) ?? { key, name: names.get(key) ?? key, files: [] };
    group.files.push({ label: paperLabel(paper, lang), href: hrefOf(paper.paperId) });
    groups.set(key, group);
  }
  return [...groups.values()];
}
