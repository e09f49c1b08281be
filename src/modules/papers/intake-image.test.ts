import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { inspectUpload } from './intake.ts';
import { type AcceptedImage, DEFAULT_LIMITS } from './intake-model.ts';

// Real decoding and unfolding; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

async function accepted(bytes: Uint8Array): Promise<AcceptedImage> {
  const outcome = await inspectUpload(bytes);
  if ('refused' in outcome || outcome.kind !== 'image') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const refused = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) => {
  const outcome = await inspectUpload(bytes, limits);
  return 'refused' in outcome ? outcome : outcome.kind;
};

test.each(['jpeg', 'png', 'webp'] as const)('%s becomes a JPEG of its size', async (format) => {
  const kept = await accepted(await picture(300, 200).toFormat(format).toBuffer());
  expect(kept).toMatchObject({ mime: 'image/jpeg', width: 300, height: 200 });
  expect((await sharp(kept.bytes).metadata()).format).toBe('jpeg');
});

describe('a phone photo', async () => {
  const photo = await picture(400, 200)
    .composite([{ input: await picture(200, 200).negate().png().toBuffer(), left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'DienThoai', Model: 'Bi Mat 12', Software: 'x' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '10/1 58/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 38/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="BiMatXmp"/></rdf:RDF></x:xmpmeta>',
    )
    .jpeg()
    .toBuffer();

  test('comes with a place and a device', async () => {
    const metadata = await sharp(photo).metadata();
    expect(metadata.exif?.includes('Bi Mat 12')).toBe(true);
    expect(metadata.exif?.includes('DienThoai')).toBe(true);
    expect(photo.includes('BiMatXmp')).toBe(true);
    expect(metadata.orientation).toBe(6);
  });

  test('is kept without them, upright', async () => {
    const kept = await accepted(photo);
    expect([kept.width, kept.height]).toEqual([200, 400]);
    const metadata = await sharp(kept.bytes).metadata();
    for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const) {
      expect(metadata[kind], kind).toBeUndefined();
    }
    for (const trace of ['Bi Mat', 'DienThoai', 'Exif', 'BiMatXmp', 'Photoshop']) {
      expect(Buffer.from(kept.bytes).includes(trace), trace).toBe(false);
    }
    // Orientation 6: the left half of the stored picture is the upper half of the upright one.
    const { data, info } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
    expect(red(100, 50)).toBeLessThan(100);
    expect(red(100, 350)).toBeGreaterThan(150);
  });
});

test('what hides behind the end of the picture is gone', async () => {
  const kept = await accepted(Buffer.concat([await picture(50, 50).jpeg().toBuffer(), Buffer.from('<script>bí mật')]));
  expect(Buffer.from(kept.bytes).includes('script')).toBe(false);
});

test('the longest side is at most 2480 pixels, small photos are not blown up', async () => {
  const kept = await accepted(await picture(3200, 2400).jpeg().toBuffer());
  expect([kept.width, kept.height]).toEqual([2480, 1860]);
  expect((await accepted(await picture(40, 30).png().toBuffer())).width).toBe(40);
});

test('a transparent picture gets white paper', async () => {
  const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const kept = await accepted(await clear.png().toBuffer());
  const { data } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(250);
});

test('print colours (CMYK) become screen colours', async () => {
  const kept = await accepted(await picture(50, 50).toColourspace('cmyk').jpeg().toBuffer());
  expect((await sharp(kept.bytes).metadata()).space).toBe('srgb');
});

test('a pixel flood is refused before it is decoded', async () => {
  const flood = await picture(9_000, 9_000).toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer();
  expect(flood.length).toBeLessThan(DEFAULT_LIMITS.maxBytes);
  expect(await refused(flood)).toMatchObject({
    refused: 'papers.image-too-many-pixels',
    params: { megapixels: 81, limit: 51 },
  });
});

test('a cut or damaged photo', async () => {
  const whole = await sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  expect(await refused(whole.subarray(0, whole.length / 2))).toMatchObject({ refused: 'papers.image-damaged' });
  expect(await refused(whole.subarray(0, 100))).toMatchObject({ refused: 'papers.image-damaged' });
});

test('many photos at once all come out', async () => {
  const photo = await picture(1200, 900).jpeg().toBuffer();
  const kept = await Promise.all(Array.from({ length: 9 }, () => accepted(photo)));
  expect(kept.every((image) => image.width === 1200)).toBe(true);
});
