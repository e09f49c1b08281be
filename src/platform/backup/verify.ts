import { createHash } from 'node:crypto';
import type { Refusal } from '../problem.ts';
import { type ReadMember, readArchive } from './archive-read.ts';
import { parseManifest } from './manifest.ts';
import { parseSums, tablePart } from './member-rules.ts';
import { MANIFEST, type Manifest, SEAL, SUMS } from './model.ts';
import { refuseBackup } from './problems.ts';
import { answering, Refused } from './refused.ts';

export interface Verified {
  readonly path: string;
  readonly manifest: Manifest;
  /** SHA-256 of every member by name. */
  readonly sums: ReadonlyMap<string, string>;
  readonly sumsBytes: Buffer;
  readonly seal: string;
}

/** A list of a million files is 120 MB; whoever gives more wants to fill the memory. */
const MOST_TEXT = 256 * 1024 * 1024;

/** Reads a whole backup and checks every hash. Needs no database and no key, and writes nothing. */
export const verifyBackup = (path: string): Promise<Verified | Refusal> =>
  answering(async () => {
    const damaged = (member: string) => new Refused(refuseBackup('damaged', { path, member }));
    const found = new Map<string, string>();
    const texts = new Map<string, Buffer>();
    for await (const member of readArchive(path)) {
      const { name } = member;
      if (found.has(name)) throw damaged(name);
      const keep = member.member.kind === 'other';
      if (keep && member.size > MOST_TEXT) throw damaged(name);
      const { sha256, bytes } = await digest(member, keep);
      found.set(name, sha256);
      if (bytes) texts.set(name, bytes);
    }
    const [manifestText, sumsBytes, seal] = [MANIFEST, SUMS, SEAL].map((name) => texts.get(name));
    // The list comes last: a backup without it was cut off, or never finished.
    if (!sumsBytes || !seal || !manifestText) throw new Refused(refuseBackup('truncated', { path }));
    const sums = parseSums(sumsBytes.toString('utf8'));
    if (!sums) throw damaged(SUMS);
    for (const [name, sha256] of sums) if (found.get(name) !== sha256) throw damaged(name);
    for (const name of found.keys()) if (name !== SUMS && name !== SEAL && !sums.has(name)) throw damaged(name);
    const manifest = parseManifest(manifestText.toString('utf8'));
    if (!manifest) throw damaged(MANIFEST);
    if ('newerFormat' in manifest) {
      throw new Refused(refuseBackup('newer', { what: `định dạng ${manifest.newerFormat}` }));
    }
    if (!isWhole(manifest, sums)) throw damaged(MANIFEST);
    return { path, manifest, sums, sumsBytes, seal: seal.toString('utf8') };
  });

/** Whether the manifest and the members speak of the same tables and as many files. */
function isWhole({ tables, files }: Manifest, sums: ReadonlyMap<string, string>): boolean {
  const parts = tables.flatMap(({ name, parts: count }) =>
    Array.from({ length: count }, (_, at) => tablePart(name, at)),
  );
  const fileCount = [...sums.keys()].filter((name) => name.startsWith('files/')).length;
  return (
    parts.every((name) => sums.has(name)) && sums.size === parts.length + files.count + 1 && fileCount === files.count
  );
}

async function digest({ chunks }: ReadMember, keep: boolean): Promise<{ sha256: string; bytes: Buffer | null }> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (keep) kept.push(chunk);
  }
  return { sha256: hash.digest('hex'), bytes: keep ? Buffer.concat(kept) : null };
}
