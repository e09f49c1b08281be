import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function withFile<T>(bytes: Uint8Array, work: (folder: string, file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'baccau-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, bytes);
    return await work(folder, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF, by poppler: what a reader, a search and a screen reader find in it. */
export const pdfText = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (_folder, file) => (await run('pdftotext', ['-layout', file, '-'])).stdout.normalize('NFC'));

/** What the QR codes on a PDF's first page say, read from its picture at 150 dpi as a phone would. */
export const pdfQrCodes = (pdf: Uint8Array): Promise<string[]> =>
  withFile(pdf, async (folder, file) => {
    const picture = join(folder, 'page');
    await run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, picture]);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`]);
    return stdout.split('\n').filter(Boolean);
  });
