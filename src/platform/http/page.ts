import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Platform } from '../context.ts';
import type { Lang } from '../problem.ts';
import { pagePolicy } from './policy.ts';
import { utf8 } from './utf8.ts';

export interface Page<Props extends Record<string, unknown>> {
  readonly component: Component<Props>;
  readonly props: Props;
  readonly title: string;
  readonly lang: Lang;
  readonly status?: number;
  /** Names of the islands (scripts) that the page wants; it must work without them. */
  readonly islands?: readonly string[];
  /** For pages behind a secret or with personal data: default true. */
  readonly noStore?: boolean;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** Renders a Svelte component on the server into a whole document and sends it. */
export function sendPage<Props extends Record<string, unknown>>(
  platform: Pick<Platform, 'assets'>,
  reply: FastifyReply,
  page: Page<Props>,
): FastifyReply {
  const { head, body } = render(page.component, { props: page.props });
  const { assets } = platform;
  const nonce = randomBytes(16).toString('base64url');
  // Every print button wants the same few lines, so no page has to ask for them.
  const islands = [...(page.islands ?? []), ...(body.includes('data-print-button') ? ['print'] : [])];
  const scripts = islands.map(
    (name) => `<script type="module" nonce="${nonce}" src="${assets.island(name)}"></script>`,
  );
  // Where the bundler's loader finds the nonce for what an island fetches later.
  const bundler = islands.length > 0 ? `<meta property="csp-nonce" nonce="${nonce}">` : '';
  const preloads = assets.fonts
    .map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`)
    .join('');
  return reply
    .code(page.status ?? 200)
    .header('cache-control', page.noStore === false ? 'no-cache' : 'no-store')
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(
      utf8(
        `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><title>${escapeHtml(page.title)} – Bắc Cầu</title>` +
          '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light">' +
          '<meta name="theme-color" content="#0b5563"><link rel="icon" href="/favicon.svg" type="image/svg+xml">' +
          `<link rel="stylesheet" nonce="${nonce}" href="${assets.styles}">${preloads}${bundler}${head}</head><body>${body}${scripts.join('')}</body></html>`,
      ),
    );
}
