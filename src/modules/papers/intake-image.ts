import sharp from 'sharp';
import type { Refusal } from '../../platform/problem.ts';
import type { AcceptedImage, IntakeLimits } from './intake-model.ts';
import { refusePapers } from './problems.ts';

/** A 50-megapixel PNG takes 200 MB while it is decoded: two at a time, the others wait. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/**
 * Decodes and encodes the photo anew: what is kept holds pixels only, no place, no device, no thumbnail of an
 * earlier crop, nothing behind the picture's end. Turned upright first, since the turn was metadata too.
 */
export async function inspectImage(
  sent: Uint8Array,
  mime: string,
  limits: IntakeLimits,
): Promise<AcceptedImage | Refusal> {
  const size = await readSize(sent, mime);
  if (!size) return refusePapers('image-damaged');
  const pixels = size.width * size.height;
  if (pixels > limits.maxPixels) {
    return refusePapers('image-too-many-pixels', { megapixels: million(pixels), limit: million(limits.maxPixels) });
  }
  try {
    const { data, info } = await inTurn(() =>
      sharp(sent, { limitInputPixels: limits.maxPixels, failOn: 'error', pages: 1 })
        .autoOrient()
        .resize({ width: limits.maxSide, height: limits.maxSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .jpeg({ quality: 82, mozjpeg: false })
        .timeout({ seconds: 30 })
        .toBuffer({ resolveWithObject: true }),
    );
    return { kind: 'image', mime: 'image/jpeg', bytes: data, width: info.width, height: info.height };
  } catch {
    return refusePapers('image-damaged');
  }
}

/** Reads the header only; null when the decoder sees another kind than the magic bytes said. */
async function readSize(sent: Uint8Array, mime: string): Promise<{ width: number; height: number } | null> {
  try {
    const { format, width, height } = await sharp(sent, { limitInputPixels: false }).metadata();
    return `image/${format}` === mime && width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  }
}

const million = (pixels: number): number => Math.round(pixels / 1_000_000);
