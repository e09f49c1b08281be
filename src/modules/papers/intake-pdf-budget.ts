import { AsyncLocalStorage } from 'node:async_hooks';
import { decodePDFRawStream, PDFContext } from '@cantoo/pdf-lib';

/**
 * A PDF of 10 MB may hold tables that unfold to 10 GB, and the library has no limit of its own. All its decoders
 * share one class that grows its buffer in `ensureBuffer`: there the bytes are counted, only inside `withUnfoldLimit`.
 */
interface Decoder {
  buffer: Uint8Array;
  ensureBuffer(requested: number): Uint8Array;
}

const budget = new AsyncLocalStorage<{ left: number }>();
let guarded = false;

function guardDecoders(): void {
  if (guarded) return;
  const sample = decodePDFRawStream(PDFContext.create().flateStream('x') as never);
  const decoders = Object.getPrototypeOf(Object.getPrototypeOf(sample)) as Decoder;
  const grow = decoders.ensureBuffer;
  if (typeof grow !== 'function') throw new Error('The PDF library changed: its decoders cannot be limited');
  decoders.ensureBuffer = function (requested) {
    const before = this.buffer.byteLength;
    const account = budget.getStore();
    if (account && requested - before > account.left) throw new Error('The PDF unfolds to too much');
    const buffer = grow.call(this, requested);
    if (account) account.left -= buffer.byteLength - before;
    return buffer;
  };
  guarded = true;
}

/** Runs `work`; PDF streams decoded in it may together unfold to `bytes`, then it fails. */
export function withUnfoldLimit<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  guardDecoders();
  return budget.run({ left: bytes }, work);
}
