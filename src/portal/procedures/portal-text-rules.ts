/** A run of the portal's text: a paragraph, or the items of one list. */
export type TextBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const BULLET = /^(?:[-–—+*•]\)?|[a-zđ]\))\s*(?=\S)/u;

/**
 * The portal's running text as paragraphs and lists, word for word. Only line breaks and the dashes that it draws
 * for bullets become structure; "a)" stays, since other places of the text point to it.
 */
export function blocksOf(text: string): TextBlock[] {
  const blocks: ({ kind: 'text'; text: string } | { kind: 'list'; items: string[] })[] = [];
  for (const line of text.split(/\r?\n/)) {
    const clean = line.replace(/\s+/g, ' ').trim();
    if (!clean) continue;
    const bullet = BULLET.exec(clean);
    if (!bullet) {
      blocks.push({ kind: 'text', text: clean });
      continue;
    }
    const item = /^\p{L}\)/u.test(clean) ? clean : clean.slice(bullet[0].length);
    const last = blocks.at(-1);
    if (last?.kind === 'list') last.items.push(item);
    else blocks.push({ kind: 'list', items: [item] });
  }
  return blocks;
}

/** A name from the portal's table without the dash before it and the stop behind it. */
export const plainName = (name: string): string => name.replace(/^[-–—+*•]\)?\s*(?=\S)/u, '').replace(/\s*[;.,]$/, '');

const OPENING = 80;

/** The first words of a text, to fold the rest behind. */
export function opening(text: string): string {
  const clean = plainName(text.replace(/\s+/g, ' ').trim());
  if (clean.length <= OPENING) return clean;
  const end = clean.lastIndexOf(' ', OPENING);
  return `${clean.slice(0, end > 0 ? end : OPENING)}…`;
}
