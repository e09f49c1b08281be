import { createHash } from 'node:crypto';
import type { Lang } from '../../platform/problem.ts';
import { type Answers, type Form, type FormContext, findPage } from '../catalogue/index.ts';
import { citizenNoChecker } from '../identity/index.ts';
import { toLocal } from '../units/index.ts';
import type { Draft } from './store-drafts.ts';

/** Files of one component; an officer opens each of them by hand. */
export const MAX_FILES = 20;

/** How many files each component has. */
export function attachedOf(papers: readonly { readonly componentKey: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { componentKey } of papers) counts[componentKey] = (counts[componentKey] ?? 0) + 1;
  return counts;
}

/** What the form's rules need to know beside the answers, on the day of `now`. */
export function formContext(now: Date, lang: Lang, papers: Draft['papers']): FormContext {
  const today = toLocal(now).date;
  return { today, lang, checkCitizenNo: citizenNoChecker(today), attached: attachedOf(papers) };
}

/**
 * Mark of what a page held when it was shown. Posted back, it tells whether the same page was changed elsewhere in
 * the meantime; other pages may change freely, since each posting touches its own page only.
 */
export function pageMark(form: Form, pageKey: string, answers: Answers): string {
  const fields = findPage(form, pageKey, answers)?.fields ?? [];
  const held = fields.map(({ key }) => [key, answers[key] ?? '']);
  return createHash('sha256').update(JSON.stringify(held)).digest('base64url').slice(0, 16);
}
