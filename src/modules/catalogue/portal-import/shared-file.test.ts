import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseSourceLine, readLines } from './index.ts';

/** The portal's texts may not ship with the project, so this runs only where the shared file lies beside it. */
const FILE = resolve(process.env.BACCAU_SHARED ?? resolve(process.cwd(), '../shared'), 'data/procedures.ndjson.gz');
const present = existsSync(FILE);
if (!present) console.log('Bỏ qua: không có tệp procedures.ndjson.gz dùng chung.');

test.runIf(present)(
  'every line of the shared file is accepted, and nearly all tables are read',
  async () => {
    let read = 0;
    let accepted = 0;
    let withMethods = 0;
    let withPapers = 0;
    for await (const line of readLines(FILE)) {
      read += 1;
      const parsed = parseSourceLine(line);
      if ('rejected' in parsed) continue;
      accepted += 1;
      const { methods, papers, verbatim } = parsed.accepted;
      if (methods.length > 0 && verbatim.methods === undefined) withMethods += 1;
      if (papers.length > 0 && verbatim.papers === undefined) withPapers += 1;
    }
    expect({ read, accepted }).toEqual({ read: 2127, accepted: 2127 });
    expect(withMethods / read).toBeGreaterThan(0.99);
    expect(withPapers / read).toBeGreaterThan(0.97);
  },
  60_000,
);
