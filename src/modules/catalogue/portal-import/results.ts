import { oneLine, orNull, saysNothing } from './clean-text.ts';
import type { PortalResult } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

/**
 * National codes of result types (KQ.G15.000032), the older local form (000.00.00.G04-KQ1275), and whatever else a
 * clerk typed there: capitals that end in a digit, or a few small letters before the next name.
 */
const CODE =
  /Mã:\s*(KQ\.[A-Z]\d{2}\.\d{5,6}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-[A-Z]+\d{1,6}|[A-ZĐ0-9._-]{0,30}\d|[a-z0-9]{1,12}(?=\p{Lu}|$))/gu;
const KEYWORDS = 'Từ khóa';
const DESCRIPTION = 'Mô tả';

export type ResultsPart = {
  results: PortalResult[];
  keywords: string | null;
  description: string | null;
  rest: string;
};

/** Splits off "Từ khóa…Mô tả…", which the portal prints behind the last table of the page. */
export function splitKeywords(text: string): { body: string; keywords: string | null; description: string | null } {
  const at = text.indexOf(KEYWORDS);
  const described = at < 0 ? -1 : text.indexOf(DESCRIPTION, at);
  if (described < 0) return { body: text, keywords: null, description: null };
  return {
    body: text.slice(0, at).trim(),
    keywords: orNull(text.slice(at + KEYWORDS.length, described)),
    description: orNull(text.slice(described + DESCRIPTION.length)),
  };
}

/** Results with their national codes; text without a code is one result of that name. */
export function parseResults(text: string, report: Report): ResultsPart {
  const { body, keywords, description } = splitKeywords(text);
  if (saysNothing(body)) {
    report('results-missing', 'results');
    return { results: [], keywords, description, rest: '' };
  }
  const results: PortalResult[] = [];
  let from = 0;
  for (const match of body.matchAll(CODE)) {
    const name = oneLine(body.slice(from, match.index));
    if (name !== '') results.push({ name, code: match[1] ?? null });
    from = match.index + match[0].length;
  }
  const tail = body.slice(from).trim();
  const unreadCode = tail.includes('Mã:');
  if (tail !== '') results.push({ name: oneLine(tail), code: null });
  if (unreadCode) report('results-unparsed', 'results');
  return { results, keywords, description, rest: unreadCode ? tail : '' };
}

/** Names in the flattened table "#, Tên thủ tục"; the row numbers run on, which tells them from digits in names. */
export function parseRelated(text: string): string[] {
  if (saysNothing(text)) return [];
  const related: string[] = [];
  let rest = text.replace(/^#?\s*Tên thủ tục/u, '').trim();
  for (let row = 1; rest !== ''; row += 1) {
    if (rest.startsWith(String(row))) rest = rest.slice(String(row).length);
    const next = new RegExp(`[\\p{Ll}.)]${row + 1}(?=\\p{Lu})`, 'u').exec(rest);
    related.push(oneLine(next ? rest.slice(0, next.index + 1) : rest));
    rest = next ? rest.slice(next.index + 1) : '';
  }
  return related.filter((name) => name !== '');
}
