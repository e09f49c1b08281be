/**
 * Builds the gallery of the component kit, looks at each view in Chromium and fails on an accessibility violation
 * (axe, WCAG 2.2 AA and best practices) or a sideways scroll (320, 360 and 1280 px; 200 % text).
 * Pictures land in the folder given, default `.dist-kit`. Usage: node scripts/screenshot-kit.ts [folder]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { kitViews } from '../src/ui/kit/kit-model.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, '.dist-kit'));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const problems: string[] = [];

async function buildKit(): Promise<string> {
  const plugins = [
    svelte({ onwarn: (warning) => problems.push(`${warning.code} ${warning.filename}:${warning.start?.line}`) }),
  ];
  const common: InlineConfig = { root, configFile: false, logLevel: 'error', plugins, publicDir: false };
  const client = { outDir: folder, assetsDir: '.', cssCodeSplit: false, rollupOptions: { input: 'src/ui/styles.ts' } };
  await build({ ...common, base: './', build: { ...client, emptyOutDir: true } });
  const output = { entryFileNames: 'render-kit.js' };
  const server = { outDir: join(folder, 'server'), ssr: 'src/ui/kit/render-kit.ts', rollupOptions: { output } };
  await build({ ...common, build: { ...server, emptyOutDir: true } });
  const css = readdirSync(folder).find((file) => file.endsWith('.css'));
  if (!css) throw new Error('The build has no style sheet');
  return css;
}

async function writePages(css: string): Promise<string[]> {
  const { renderKit } = await import(pathToFileURL(join(folder, 'server/render-kit.js')).href);
  return kitViews.flatMap((view) =>
    (['vi', 'en'] as const).map((lang) => {
      const body: string = renderKit(view, lang);
      if (/\sstyle=/.test(body)) problems.push(`${view}: a style attribute would break the content security policy`);
      const head = `<meta charset="utf-8"><title>${view}</title><meta name="viewport" content="width=device-width">`;
      const html = `<!doctype html><html lang="${lang}"><head>${head}<link rel="stylesheet" href="${css}"></head>`;
      writeFileSync(join(folder, `${view}-${lang}.html`), `${html}<body>${body}</body></html>`);
      return `${view}-${lang}`;
    }),
  );
}

async function checkReflow(page: Page, name: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (sideways) problems.push(`${name}: scrolls sideways`);
}

async function checkAccess(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { axe: tool } = window as unknown as { axe: typeof import('axe-core') };
    const result = await tool.run(document, { runOnly: tags });
    return result.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  });
  for (const violation of violations) problems.push(`${name}: ${violation}`);
}

const css = await buildKit();
const names = await writePages(css);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const name of names) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
      await checkReflow(page, `${name} at ${width}`);
      await checkAccess(page, `${name} at ${width}`);
      if (width === 360) {
        await page.setViewportSize({ width: 320, height: 640 });
        await checkReflow(page, `${name} at 320`);
        await page.setViewportSize({ width, height: 800 });
        await page.addStyleTag({ content: 'html { font-size: 200% }' });
        await checkReflow(page, `${name} at 360, text 200 %`);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
}
const fonts = readdirSync(folder).filter((file) => file.endsWith('.woff2'));
const fontBytes = fonts.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
console.log(`Style sheet: ${gzipSync(readFileSync(join(folder, css))).length} bytes gzip; fonts: ${fontBytes} bytes`);
console.log(`${names.length} pages looked at; pictures in ${folder}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
