/**
 * Search against a plain linear scan of folded names, in the same run, query by query in turns (DESIGN §6: p95 ≤ 10 ms
 * over 6,000 procedures). The scan is what one writes in ten lines: it knows no synonyms, slips, accents or papers.
 * Run: node bench/search.ts [--quick] [--json]
 */
import { readFile } from 'node:fs/promises';
import { foldedWords } from '../src/modules/catalogue/search/fold.ts';
import { buildIndex, compileVocabulary, type SearchDoc, searchIndex } from '../src/modules/catalogue/search/index.ts';
import { fromRoot } from '../src/platform/paths.ts';
import { enlarged, loadCatalogue } from './support/catalogue.ts';
import { EVERYDAY_QUERIES } from './support/everyday-queries.ts';
import { fixed, median, pairedRatios, quantile, spreadOf, spreadText } from './support/numbers.ts';
import { benchOptions, type Row, report, say } from './support/report.ts';
import { type Pass, takeTurns, timedPass } from './support/rounds.ts';

const LARGE = 6_000;
const LIMIT = 20;
const options = benchOptions();
const rounds = options.quick ? 2 : 20;
const builds = options.quick ? 1 : 5;
const queries = options.quick ? EVERYDAY_QUERIES.slice(0, 10) : EVERYDAY_QUERIES;

const { docs, source } = await loadCatalogue();
const tables = JSON.parse(await readFile(fromRoot('db', 'seed', 'search-synonyms.json'), 'utf8'));
const vocabulary = compileVocabulary(tables, '2026-11-24');

/** All words of the query must begin a word of the name; shorter names first. */
function linearScan(names: readonly { code: string; name: string; folded: string }[], query: string) {
  const words = foldedWords(query).map((word) => ` ${word}`);
  return names
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .sort((a, b) => a.folded.length - b.folded.length || (a.code < b.code ? -1 : 1))
    .slice(0, LIMIT);
}

async function measure(all: readonly SearchDoc[]): Promise<Row> {
  say(`${all.length} procedures…`);
  const build = timedPass(Array.from({ length: builds }), () => buildIndex(all));
  const index = buildIndex(all);
  const names = all.map(({ code, name }) => ({ code, name, folded: ` ${foldedWords(name).join(' ')}` }));
  const search = (query: string) => searchIndex(index, query, { vocabulary, limit: LIMIT });
  const scan = (query: string) => linearScan(names, query);
  const { a, b } = await takeTurns(
    () => timedPass(queries, search),
    () => timedPass(queries, scan),
    { rounds, warmUps: 2 },
  );
  const cpuOf = (passes: readonly Pass[]) => passes.map(({ cpu }) => cpu / queries.length);
  const answered = (find: (query: string) => readonly unknown[]) => queries.filter((query) => find(query).length > 0);
  const usual = perQuery(a, median);
  const best = perQuery(a, (walls) => Math.min(...walls));
  const scans = perQuery(b, median);
  return {
    procedures: all.length,
    'index build, ms CPU': fixed(build.cpu / builds, 0),
    'search p50 / p95, ms': both(usual),
    'its best rounds p50 / p95, ms': both(best),
    'slowest query, ms': fixed(Math.max(...usual), 1),
    'scan p50 / p95, ms': both(scans),
    'mean search, ms CPU': fixed(median(cpuOf(a))),
    'mean scan, ms CPU': fixed(median(cpuOf(b))),
    'search ÷ scan, CPU': spreadText(spreadOf(pairedRatios(cpuOf(a), cpuOf(b)))),
    'answered by search / scan': `${answered(search).length} / ${answered(scan).length} of ${queries.length}`,
  };
}

/** One time a query, out of its rounds. */
const perQuery = (passes: readonly Pass[], choose: (walls: number[]) => number): number[] =>
  queries.map((_, at) => choose(passes.map(({ walls }) => walls[at] ?? Number.NaN)));

const both = (times: readonly number[]): string => `${fixed(median(times))} / ${fixed(quantile(times, 0.95))}`;

const rows = [await measure(docs), await measure(enlarged(docs, LARGE))];

report(options, {
  bench: 'search',
  compares: `${queries.length} everyday queries, ${rounds} rounds each, search and linear scan in turns.`,
  rows,
  notes: [
    source === 'shared file'
      ? 'Catalogue: the shared file of the national portal with our own procedures laid over it; the larger one adds copies with crossed names.'
      : 'Catalogue: GENERATED, since the shared file is not there (BACCAU_SHARED); real names are longer and more alike.',
  ],
});
