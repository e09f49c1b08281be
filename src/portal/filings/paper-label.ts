import { displaySize } from '../../modules/papers/paper-rules.ts';
import type { Lang } from '../../platform/problem.ts';

/** "giay-chung-sinh.jpg, 340 KB"; PDFs also tell their pages. */
export function paperLabel(
  paper: { readonly name: string; readonly sizeBytes: number; readonly pages: number; readonly mime: string },
  lang: Lang,
): string {
  const size = lang === 'en' ? displaySize(paper.sizeBytes).replace(',', '.') : displaySize(paper.sizeBytes);
  const pages = lang === 'en' ? (paper.pages === 1 ? '1 page' : `${paper.pages} pages`) : `${paper.pages} trang`;
  return paper.mime === 'application/pdf' ? `${paper.name}, ${pages}, ${size}` : `${paper.name}, ${size}`;
}
