import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fromRoot } from '../paths.ts';
import { qrSvg, renderTypst } from './index.ts';
import { declaresPdfA, hasPdfTools, pdfFonts, pdfInfo, pdfQr, pdfText } from './testing.ts';

// Other programs draw and read the pages here; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const at = new Date('2026-11-24T02:30:00Z');
const folder = `test-${process.pid}`;
const template = `${folder}/probe.typ`;

beforeAll(() => {
  mkdirSync(fromRoot('assets', folder));
  writeFileSync(
    fromRoot('assets', template),
    [
      '#let d = json(bytes(sys.inputs.data))',
      '#set text(font: "Tinos", size: 13pt, lang: "vi")',
      '#d.at("name", default: "")',
      '#if "qr" in d { image(bytes(d.qr), format: "svg", width: 25mm, alt: "QR") }',
      '#if "crash" in d { panic("bug in the template") }',
    ].join('\n'),
  );
});
afterAll(() => rmSync(fromRoot('assets', folder), { recursive: true }));

const setName = (name: string) => renderTypst(template, { name }, { at });

describe.skipIf(!hasPdfTools)('what a person typed is printed, never interpreted', () => {
  const hostile = [
    '#panic("x")',
    '#read("/etc/passwd")',
    '#import "x.typ": *',
    '$x^2$ *đậm* _nghiêng_ `mã` @nhãn <nhãn>',
    'C:\\Users\\Ánh "ngoặc" \'đơn\' \\u{41} // chú thích /* x */',
    '= Tiêu đề',
    '- gạch - ] ) } #[',
    '{"name": "JSON"}',
  ];
  test.each(hostile)('%s', async (name) => {
    const printed = pdfText(await setName(name));
    const straight = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(straight(printed)).toBe(straight(name));
  });

  test('a name of 10 kB without a space neither hangs nor fails', async () => {
    const started = performance.now();
    expect((await setName('Ẩ'.repeat(10_000))).length).toBeGreaterThan(1000);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('all Vietnamese letters come out in one embedded font', async () => {
    const vowels = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY';
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = `đĐ ${[...vowels].map((vowel) => marks.map((mark) => vowel + mark).join('')).join(' ')} ₫ “”–…`;
    const pdf = await setName(letters);
    expect(pdfText(pdf).replace(/\s+/g, ' ').trim()).toBe(letters.normalize('NFC'));
    const fonts = pdfFonts(pdf);
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).toMatch(/Tinos .* yes yes yes/);
  });

  test('the file is PDF/A-2, tagged and without scripts', async () => {
    const pdf = await setName('Nguyễn Văn A');
    expect(declaresPdfA(pdf)).toBe(true);
    expect(pdfInfo(pdf)).toMatch(/Tagged: +yes[\s\S]*JavaScript: +no[\s\S]*Encrypted: +no/);
  });

  test('a character no font can draw costs the standard, not the document', async () => {
    const pdf = await setName('An \uffff Bình');
    expect(pdfText(pdf)).toContain('Bình');
    expect(declaresPdfA(pdf)).toBe(false);
  });

  test('a QR code set from an SVG is read at 150 dpi', async () => {
    const address = 'https://dichvucong.example.vn/tra-cuu?ma=H29.25771-261124-0001&bm=K7QXM2PD';
    const pdf = await renderTypst(template, { qr: await qrSvg(address) }, { at });
    expect(pdfQr(pdf, 150)).toBe(address);
  });
});

test('same data and time give the same bytes, at once or in a crowd', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `Người thứ ${i}`);
  const crowd = await Promise.all(names.map(setName));
  for (const [i, name] of names.entries()) expect(crowd[i]).toEqual(await setName(name));
});

test('a broken template is an error without data, and the next document is set', async () => {
  const broken = renderTypst(template, { name: 'Bí Mật', crash: true }, { at });
  await expect(broken).rejects.toThrow(/does not compile/);
  await expect(broken).rejects.not.toThrow(/Bí Mật/);
  expect((await setName('sau lỗi')).length).toBeGreaterThan(1000);
});

test('no template evaluates text', () => {
  for (const name of readdirSync(fromRoot('assets', 'slips')).filter((file) => file.endsWith('.typ'))) {
    expect(readFileSync(fromRoot('assets', 'slips', name), 'utf8'), name).not.toMatch(/\beval\s*\(/);
  }
});
