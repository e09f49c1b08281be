import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test, vi } from 'vitest';
import { inspectUpload } from './intake.ts';
import { DEFAULT_LIMITS } from './intake-model.ts';

// Real decoding and unfolding; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

async function blank(pages = 1): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  for (let i = 0; i < pages; i++) document.addPage();
  return document;
}
const look = async (document: PDFDocument | string | Uint8Array, limits = DEFAULT_LIMITS) => {
  const bytes = document instanceof PDFDocument ? await document.save() : document;
  const outcome = await inspectUpload(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, limits);
  return 'refused' in outcome ? outcome : { ...outcome, same: outcome.bytes === bytes };
};
/** A hand-made file: what a library would not write. The parser reads it without a cross-reference table. */
const raw = (...objects: string[]) =>
  [
    '%PDF-1.7',
    ...objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj`),
    'trailer\n<< /Root 1 0 R >>\n%%EOF',
  ].join('\n');
const CATALOG = '<< /Type /Catalog /Pages 2 0 R EXTRA >>';
const PAGES = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'];
const withCatalog = (extra: string, ...objects: string[]) => raw(CATALOG.replace('EXTRA', extra), ...PAGES, ...objects);

test('a plain PDF is kept as sent, with its pages counted', async () => {
  expect(await look(await blank(3))).toMatchObject({ kind: 'pdf', mime: 'application/pdf', pages: 3, same: true });
  expect(await look(withCatalog(''))).toMatchObject({ kind: 'pdf', pages: 1 });
});

test('links, and opening at a page, are no code', async () => {
  expect(await look(withCatalog('/OpenAction [3 0 R /FitH null]'))).toMatchObject({ kind: 'pdf' });
  expect(await look(withCatalog('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'))).toMatchObject({ kind: 'pdf' });
  const link = '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.vn) >> >>';
  expect(await look(withCatalog('', link))).toMatchObject({ kind: 'pdf' });
});

describe('code that runs by itself', () => {
  test.each([
    ['JavaScript on opening', withCatalog('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['through a reference', withCatalog('/OpenAction 4 0 R', '<< /S /JavaScript /JS (x) >>')],
    ['with a name in disguise', withCatalog('/OpenAction << /S /J#61vaScr#69pt >>')],
    ['in the names', withCatalog('/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', '<< >>')],
    ['on a page', withCatalog('', '<< /AA << /O << /S /JavaScript >> >> >>')],
    ['deep inside', withCatalog('', '[[<< /A [<< /B << /S /Launch /F (cmd.exe) >> >>] >>]]')],
    ['starting a program', withCatalog('/OpenAction << /S /Launch /F (calc.exe) >>')],
    ['going to a site on opening', withCatalog('/OpenAction << /S /URI /URI (https://bad.example) >>')],
    ['sending the form away', withCatalog('', '<< /A << /S /SubmitForm /F (https://bad.example) >> >>')],
    ['a program as a form', withCatalog('/AcroForm << /XFA 4 0 R >>', '<< >>')],
    ['rich media', withCatalog('', '<< /Type /Annot /Subtype /RichMedia >>')],
  ])('%s', async (_, file) => {
    expect(await look(file)).toMatchObject({ refused: 'papers.pdf-active' });
  });

  test('in a compressed object', async () => {
    const document = await blank();
    document.context.register(document.context.obj({ S: PDFName.of('JavaScript'), JS: PDFString.of('x') }));
    const bytes = await document.save({ useObjectStreams: true });
    expect(Buffer.from(bytes).includes('JavaScript')).toBe(false);
    expect(await look(bytes)).toMatchObject({ refused: 'papers.pdf-active', params: { found: 'JavaScript' } });
  });

  test('in an object that a later one of the same number hides', async () => {
    const file = withCatalog('', '<< /S /JavaScript >>').replace('trailer', '4 0 obj\n<< >>\nendobj\ntrailer');
    expect(await look(file)).toMatchObject({ refused: 'papers.pdf-active' });
  });
});

test('files inside the file', async () => {
  const document = await blank();
  await document.attach(Buffer.from('MZ'), 'hoa-don.exe');
  expect(await look(document)).toMatchObject({ refused: 'papers.pdf-attachment' });
  expect(await look(withCatalog('', '<< /Type /Annot /Subtype /FileAttachment /FS << /F (x) >> >>'))).toMatchObject({
    refused: 'papers.pdf-attachment',
  });
});

test('a locked PDF', async () => {
  const document = await blank();
  document.encrypt({ ownerPassword: 'chủ', userPassword: '' });
  expect(await look(document)).toMatchObject({ refused: 'papers.pdf-encrypted' });
  const other = await blank();
  other.encrypt({ ownerPassword: 'chủ', userPassword: 'mật khẩu' });
  expect(await look(await other.save({ useObjectStreams: false }))).toMatchObject({ refused: 'papers.pdf-encrypted' });
});

test('too many pages', async () => {
  expect(await look(await blank(5), { ...DEFAULT_LIMITS, maxPages: 4 })).toMatchObject({
    refused: 'papers.pdf-too-many-pages',
    params: { pages: 5, limit: 4 },
  });
});

describe('damaged', () => {
  test.each([
    ['only a header', '%PDF-1.7\n'],
    ['no pages', raw('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>')],
    [
      'pages that contain themselves',
      raw('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    ],
    ['nested without end', raw('['.repeat(200_000))],
    ['an object cut short', withCatalog('').slice(0, 60)],
    ['noise', `%PDF-1.4\n${'\u0001\u00ff<<'.repeat(1000)}`],
  ])('%s', async (_, file) => {
    expect(await look(file)).toMatchObject({ refused: 'papers.pdf-damaged' });
  });

  test('a small file that unfolds to gigabytes stops early', async () => {
    const bomb = deflateSync(Buffer.alloc(90 * 1024 * 1024), { level: 1 }).toString('latin1');
    const stream = (body: string) =>
      `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream`;
    const started = performance.now();
    expect(await look(withCatalog('', ...Array.from({ length: 20 }, () => stream(bomb))))).toMatchObject({
      refused: 'papers.pdf-damaged',
    });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('a file of a thousand broken objects stops at the first', async () => {
    const started = performance.now();
    expect(await look(`%PDF-1.7\n${'1 0 obj <</A '.repeat(300_000)}`)).toMatchObject({ refused: 'papers.pdf-damaged' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
