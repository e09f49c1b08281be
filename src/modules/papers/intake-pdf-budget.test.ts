import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { withUnfoldLimit } from './intake-pdf-budget.ts';

const MB = 1024 * 1024;
const context = PDFContext.create();
function unfold(bytes: number): number {
  const dict = context.obj({ Filter: PDFName.of('FlateDecode') });
  return decodePDFRawStream(PDFRawStream.of(dict, deflateSync(Buffer.alloc(bytes)))).decode().length;
}

test('within the limit everything unfolds', async () => {
  expect(await withUnfoldLimit(8 * MB, async () => unfold(3 * MB))).toBe(3 * MB);
});

test('one stream beyond it fails', async () => {
  await expect(withUnfoldLimit(2 * MB, async () => unfold(3 * MB))).rejects.toThrow('unfolds to too much');
});

test('so do many small ones together, also after a pause', async () => {
  const work = async () => {
    for (let i = 0; i < 10; i++) {
      unfold(MB);
      await new Promise((resume) => setImmediate(resume));
    }
  };
  await expect(withUnfoldLimit(4 * MB, work)).rejects.toThrow('unfolds to too much');
});

test('outside of it the library is as it was', () => {
  expect(unfold(9 * MB)).toBe(9 * MB);
});
