import { type Component, createRawSnippet, type Snippet } from 'svelte';
import { render } from 'svelte/server';

/** UTF-16 units that all remembered parts may have together; the least recently shown go first. */
const MOST = 4_000_000;

const rendered = new WeakMap<object, number>();
const parts = new Map<string, string>();
let size = 0;
let components = 0;

/**
 * A part of a page that is the same for everybody who sees the same props: rendered once for equal props, then
 * remembered. The key is the props themselves as JSON, so a part can never be older than what it shows; so nothing of
 * a person belongs in it, and props must be plain data. The component provides its language to what is inside it.
 */
export function sharedPart<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): Snippet {
  const number = rendered.get(component) ?? components++;
  rendered.set(component, number);
  const key = `${number} ${JSON.stringify(props)}`;
  const html = parts.get(key) ?? render(component, { props }).body;
  remember(key, html);
  return createRawSnippet(() => ({ render: () => html }));
}

function remember(key: string, html: string): void {
  if (parts.delete(key)) size -= key.length + html.length;
  parts.set(key, html);
  size += key.length + html.length;
  for (const [oldest, old] of parts) {
    if (size <= MOST) return;
    parts.delete(oldest);
    size -= oldest.length + old.length;
  }
}
