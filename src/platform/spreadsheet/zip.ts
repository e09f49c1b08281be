import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Parts of one xlsx file; a real one has some dozens. */
const MOST_PARTS = 2000;

export class UnpacksTooLarge extends Error {}

/** The parts of an xlsx file; what is read of them together may not outgrow the limit. */
export interface Parts {
  has(name: string): boolean;
  /** Text of a part, piece by piece. @throws UnpacksTooLarge */
  read(name: string): AsyncGenerator<string>;
}

/** @throws when it is no zip file, or names more parts than any workbook has */
export async function openParts(bytes: Buffer, mostUnpacked: number): Promise<Parts> {
  const zip: ZipFile = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_PARTS) throw new UnpacksTooLarge();
  }
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`The workbook has no ${name}`);
      const decoder = new TextDecoder();
      // Sizes are counted as they come: what the directory says of them may be a lie.
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        unpacked += (piece as Buffer).length;
        if (unpacked > mostUnpacked) throw new UnpacksTooLarge();
        yield decoder.decode(piece as Buffer, { stream: true });
      }
    },
  };
}
