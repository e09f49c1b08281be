import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { type Member, memberOf } from './member-rules.ts';
import { MANIFEST, SEAL, SUMS } from './model.ts';
import { refuseBackup } from './problems.ts';
import { Refused, reasonOf } from './refused.ts';

export interface ReadMember {
  readonly name: string;
  readonly size: number;
  readonly member: Member;
  /** Must be read to its end before the next member is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const OTHERS: ReadonlySet<string> = new Set([MANIFEST, SUMS, SEAL]);

/**
 * The members of a backup in their order. Only plain files with names that this program writes get through: no
 * links, no folders, no way out of the target.
 */
export async function* readArchive(path: string): AsyncGenerator<ReadMember> {
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
  let opened = false;
  file.once('open', () => {
    opened = true;
  });
  let seen = 0;
  const entries = Readable.toWeb(file).pipeThrough(createTarDecoder({ strict: true }) as never) as ReadableStream;
  const reader = (entries as unknown as ReadableStream<ParsedTarEntry>).getReader();
  const fault = (error: unknown) =>
    error instanceof Refused
      ? error
      : new Refused(
          opened && !isSystemError(error)
            ? refuseBackup(seen === 0 ? 'not-a-backup' : 'truncated', { path })
            : refuseBackup('not-found', { path, reason: reasonOf(error) }),
        );
  const guarded = async function* (body: ParsedTarEntry['body']): AsyncGenerator<Uint8Array> {
    try {
      yield* body as unknown as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw fault(error);
    }
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const { header, body } = value;
      const member = (header.type ?? 'file') === 'file' ? memberOf(header.name, OTHERS) : null;
      if (!member) throw new Refused(refuseBackup('strange', { path, member: header.name.slice(0, 100) }));
      seen += 1;
      yield { name: header.name, size: header.size, member, chunks: guarded(body) };
    }
    if (seen === 0) throw new Refused(refuseBackup('not-a-backup', { path }));
  } catch (error) {
    throw fault(error);
  } finally {
    file.destroy();
    await reader.cancel().catch(() => {});
  }
}

const isSystemError = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string';
