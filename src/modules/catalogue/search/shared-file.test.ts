import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseSourceLine, readLines } from '../portal-import/index.ts';
import { buildIndex, type SearchIndex } from './build-index.ts';
import { searchIndex } from './search-index.ts';
import type { SearchDoc } from './search-model.ts';
import { doc, everydayQueries, sampleDocs, seedVocabulary } from './testing.ts';

/** The portal's texts may not ship with the project, so this runs only where the shared file lies beside it. */
const FILE = resolve(process.env.BACCAU_SHARED ?? resolve(process.cwd(), '../shared'), 'data/procedures.ndjson.gz');
const present = existsSync(FILE);
if (!present) console.log('Bỏ qua: không có tệp procedures.ndjson.gz dùng chung.');

/** Procedures that only the whole catalogue has. */
const more: typeof everydayQueries = [
  ['CT07', '1.010041'],
  ['đóng hộ kinh doanh', '1.001266'],
  ['CCCD', '1.014061'],
  ['căn cước cho con', '1.014062'],
  ['đổi căn cước', '1.014063'],
];

describe.runIf(present)('search in the whole catalogue', () => {
  let index: SearchIndex;
  let buildMs = 0;
  beforeAll(async () => {
    const docs: SearchDoc[] = sampleDocs.filter(({ code }) => !code.startsWith('9.'));
    for await (const line of readLines(FILE)) {
      const parsed = parseSourceLine(line);
      if ('rejected' in parsed) continue;
      const { code, name, field, papers, results, levels } = parsed.accepted;
      docs.push(
        doc(code, name, { field, levels, papers: papers.map((p) => p.name), results: results.map((r) => r.name) }),
      );
    }
    const started = performance.now();
    index = buildIndex(docs);
    buildMs = performance.now() - started;
  }, 60_000);

  test.each([...everydayQueries, ...more])('%s → %s', (query, code) => {
    expect(searchIndex(index, query, { vocabulary: seedVocabulary })[0]?.code).toBe(code);
  });

  test('is quick: limits are loose here, since tests share the machine; the bench holds the real ones', () => {
    const times = everydayQueries.map(([query]) => {
      const started = performance.now();
      searchIndex(index, query, { vocabulary: seedVocabulary });
      return performance.now() - started;
    });
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(30);
    expect(buildMs).toBeLessThan(15_000);
  });
});
