import { PDFDocument } from '@cantoo/pdf-lib';
import type { Refusal } from '../../platform/problem.ts';
import type { AcceptedPdf, IntakeLimits } from './intake-model.ts';
import { withUnfoldLimit } from './intake-pdf-budget.ts';
import { findInObjects, findInSource, isEncrypted } from './intake-pdf-scan.ts';
import { refusePapers } from './problems.ts';

/** What a PDF's own tables may unfold to; a real one of 10 MB needs about one megabyte. Pictures stay folded. */
const MAX_UNFOLDED = 32 * 1024 * 1024;

/**
 * Opens the PDF as a reader would and refuses what an officer's machine should not open: locked files, code that
 * runs by itself, files inside the file. The bytes are kept as sent, so that signatures in them stay valid.
 */
export async function inspectPdf(sent: Uint8Array, limits: IntakeLimits): Promise<AcceptedPdf | Refusal> {
  const source = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength).toString('latin1');
  // Before parsing: the tables of a locked file cannot be read.
  if (isEncrypted(source)) return refusePapers('pdf-encrypted');
  try {
    const document = await withUnfoldLimit(MAX_UNFOLDED, () =>
      // A file with a broken object is refused: searching on in it can take hours (its parser starts over each time).
      PDFDocument.load(sent, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true }),
    );
    if (document.context.trailerInfo.Encrypt) return refusePapers('pdf-encrypted');
    const found = findInObjects(document) ?? findInSource(source);
    if (found === 'attachment') return refusePapers('pdf-attachment');
    if (found) return refusePapers('pdf-active', { found });
    const pages = document.getPageCount();
    if (pages === 0) return refusePapers('pdf-damaged');
    if (pages > limits.maxPages) return refusePapers('pdf-too-many-pages', { pages, limit: limits.maxPages });
    return { kind: 'pdf', mime: 'application/pdf', bytes: sent, pages };
  } catch {
    return refusePapers('pdf-damaged');
  }
}
