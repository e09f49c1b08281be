import { describe, expect, test } from 'vitest';
import { problemCatalogue, problemText } from '../../platform/problem.ts';
import { inspectUpload } from './intake.ts';
import { DEFAULT_LIMITS } from './intake-model.ts';

const refusal = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) => {
  const outcome = await inspectUpload(bytes, limits);
  if (!('refused' in outcome)) throw new Error('accepted');
  return outcome;
};
const ftyp = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(4),
    Buffer.from(`mif1${brand}`),
  ]);

test('nothing', async () => {
  expect((await refusal(new Uint8Array())).refused).toBe('papers.empty');
});

test('too large, by the limit of the caller', async () => {
  const outcome = await refusal(Buffer.alloc(3 * 1024 * 1024), { ...DEFAULT_LIMITS, maxBytes: 2 * 1024 * 1024 });
  expect(outcome).toMatchObject({ refused: 'papers.too-large', params: { megabytes: 2 } });
  expect(problemText(outcome)).toContain('2 MB');
});

test.each(['heic', 'heix', 'mif1', 'hevc', 'avif'])('HEIC and its kin (%s): how to set the phone', async (brand) => {
  const outcome = await refusal(ftyp(brand));
  expect(outcome.refused).toBe('papers.heic');
  expect(problemText(outcome)).toContain('Tương thích nhất');
});

describe('the content counts, not the name', () => {
  test.each([
    ['a script', '#!/bin/sh\nrm -rf'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', 'MZ\u0090\u0000'],
    ['a moving picture', 'GIF89a'],
    ['a Word file', 'PK\u0003\u0004 word/document.xml'],
    ['words', 'Tờ khai đăng ký khai sinh'],
    ['a PDF behind something else', '<html>%PDF-1.7'],
  ])('%s', async (_, text) => {
    expect((await refusal(Buffer.from(text, 'latin1'))).refused).toBe('papers.wrong-type');
  });
});

test('every refusal says in both languages what to do', () => {
  const own = [...problemCatalogue()].filter(([code]) => code.startsWith('papers.'));
  expect(own.length).toBeGreaterThanOrEqual(10);
  for (const [code, { vi, en, status }] of own) {
    expect(vi, code).toMatch(/[Mm]ời|Trên iPhone/);
    expect(en, code).toMatch(/[Pp]lease|Settings/);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});
