import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from '../../platform/problem.ts';
import { inspectImage } from './intake-image.ts';
import { type AcceptedUpload, DEFAULT_LIMITS, type IntakeLimits } from './intake-model.ts';
import { inspectPdf } from './intake-pdf.ts';
import { refusePapers } from './problems.ts';

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const HEIC = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif']);

/**
 * Decides by its content, never by its name, whether an uploaded file is kept, and in which form.
 * Touches neither disk nor database; the caller stores `bytes`, never what was sent.
 */
export async function inspectUpload(
  sent: Uint8Array,
  limits: IntakeLimits = DEFAULT_LIMITS,
): Promise<AcceptedUpload | Refusal> {
  if (sent.byteLength === 0) return refusePapers('empty');
  if (sent.byteLength > limits.maxBytes) {
    return refusePapers('too-large', { megabytes: Math.floor(limits.maxBytes / 1024 / 1024) });
  }
  const mime = (await fileTypeFromBuffer(sent).catch(() => undefined))?.mime ?? '';
  if (IMAGES.has(mime)) return inspectImage(sent, mime, limits);
  if (mime === 'application/pdf') return inspectPdf(sent, limits);
  return refusePapers(HEIC.has(mime) ? 'heic' : 'wrong-type');
}
