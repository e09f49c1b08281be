import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For tests: looks at a PDF with other people's eyes (poppler-utils, zbar-tools). */
export const hasPdfTools: boolean = ['pdftotext', 'pdftoppm', 'pdffonts', 'pdfinfo', 'zbarimg'].every((tool) => {
  const found = spawnSync(tool, ['--help']).error === undefined;
  if (!found) console.warn(`${tool} is missing: PDF checks are skipped (apt-get install poppler-utils zbar-tools)`);
  return found;
});

function withFile<T>(pdf: Uint8Array, look: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'baccau-pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, pdf);
    return look(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 << 20 });

export const pdfText = (pdf: Uint8Array): string => withFile(pdf, (path) => run('pdftotext', '-layout', path, '-'));

export const pdfInfo = (pdf: Uint8Array): string => withFile(pdf, (path) => run('pdfinfo', path));

/** One line a font: name, type, encoding, embedded, subset, has a Unicode map. */
export const pdfFonts = (pdf: Uint8Array): string[] =>
  withFile(pdf, (path) => run('pdffonts', path).trim().split('\n').slice(2));

/** What a scanner reads on a page printed at `dpi`. */
export const pdfQr = (pdf: Uint8Array, dpi: number, page = 1): string =>
  withFile(pdf, (path, folder) => {
    const image = join(folder, 'page');
    run('pdftoppm', '-png', '-singlefile', '-r', String(dpi), '-f', String(page), '-l', String(page), path, image);
    return run('zbarimg', '--quiet', '--raw', `${image}.png`).trim();
  });

/** Whether the file declares a PDF/A part in its XMP metadata (uncompressed, as the standard demands). */
export const declaresPdfA = (pdf: Uint8Array): boolean =>
  withFile(pdf, (path) => /pdfaid:part>2</.test(readFileSync(path, 'latin1')));
