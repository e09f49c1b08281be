import { expect, test } from 'vitest';
import { qrDataUri, qrSvg } from './qr.ts';

test('the SVG stands alone and holds no text of the caller', async () => {
  const svg = await qrSvg('https://example.vn/?a=1&b=<script>"\'');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* viewBox="0 0 (\d+) \1"/);
  expect(svg).not.toContain('script');
});

test('a data address for an img element', async () => {
  expect(await qrDataUri('Bắc Cầu')).toMatch(/^data:image\/svg\+xml;base64,[\w+/=]+$/);
});

test('a text too long for a QR code is an error', async () => {
  await expect(qrSvg('x'.repeat(2332))).rejects.toThrow();
});
