/**
 * Rendered pages against a bare Fastify handler that makes the same session look-up and the same queries and sends the
 * same number of bytes (DESIGN §6: at least 80 % of its requests a second), in turns, loaded from a third process.
 * Run: node bench/page.ts [--quick] [--json]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'vite';
import { fromRoot } from '../src/platform/paths.ts';
import { newDataDir, removeDataDir } from '../test/journeys/support/program.ts';
import { type Child, startChild } from './support/children.ts';
import type { Encoding, LoadAnswer, LoadOrder } from './support/loader.ts';
import { fixed, median, pairedRatios, quantile, spreadOf, spreadText } from './support/numbers.ts';
import type {
  AskedPage,
  BareServerAsked,
  BareServerReady,
  CpuAnswer,
  PageServerReady,
  ServedPage,
} from './support/page-messages.ts';
import { benchOptions, type Row, report, say } from './support/report.ts';
import { takeTurns } from './support/rounds.ts';

const PAGES: readonly AskedPage[] = [
  { path: '/', as: 'citizen' },
  { path: '/thu-tuc/1.001193', as: 'citizen' },
  { path: '/desk/ho-so', as: 'officer' },
];
/** As it is (rendering against no rendering), and as browsers get it: the page is compressed for each request, the bare answer was beforehand. */
const ENCODINGS: readonly Encoding[] = ['', 'zstd'];
const CONNECTIONS = 10;
const options = benchOptions();
const rounds = options.quick ? 1 : 10;
const roundMs = options.quick ? 500 : 2_000;
/** A page is compiled for speed only after some thousand requests; a server that runs for weeks has long had them. */
const WARM_UP = options.quick ? { requests: 50, ms: 2_000 } : { requests: 4_000, ms: 25_000 };

say('Building…');
const built = await buildPageServer();
const dataDir = await newDataDir();
const children: Child[] = [];
const start = (script: string, env?: Record<string, string>): Child => {
  const child = startChild(script, env);
  children.push(child);
  return child;
};
try {
  say('Starting the program with its demo…');
  const program = start(built, {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    BACCAU_DATA: dataDir,
    DATABASE_URL: '',
    BACCAU_KEY_FILE: '',
  });
  const ready = await program.ask<PageServerReady>(PAGES);
  const bare = start(fromRoot('bench', 'support', 'bare-server.ts'), { NODE_ENV: 'production' });
  const { appUrl, role, pages } = ready;
  const bareReady = await bare.ask<BareServerReady>({ appUrl, role, pages } satisfies BareServerAsked);
  const loader = start(fromRoot('bench', 'support', 'loader.ts'));

  const rows: Row[] = [];
  for (const page of pages) {
    for (const encoding of ENCODINGS) {
      say(`${page.path} ${encoding}…`);
      const ours = orderOf(page, encoding, ready.port);
      const theirs = orderOf(page, encoding, bareReady.port);
      for (const order of [ours, theirs]) await loader.ask<LoadAnswer>({ ...order, ...WARM_UP });
      const { a, b } = await takeTurns(
        () => loaded(loader, program, ours),
        () => loaded(loader, bare, theirs),
        { rounds },
      );
      rows.push(rowOf(page, encoding, a, b));
    }
  }
  report(options, {
    bench: 'page',
    compares: `Rendered page against a bare Fastify handler with the same statements and bytes; ${rounds} rounds of ${roundMs / 1_000} s, ${CONNECTIONS} connections, in turns, after ${WARM_UP.requests} requests each to warm up; median (quartiles).`,
    rows,
    notes: [
      `Signed in on every page; catalogue: ${ready.catalogue}; the work list shows its first 25 of 200 new dossiers.`,
      'CPU is of the server process alone, per request: PostgreSQL and the loader share the same cores beside it.',
    ],
  });
} finally {
  // The program last: it owns the database of the bare server.
  for (const child of children.reverse()) await child.stop();
  await removeDataDir(dataDir);
  rmSync(dirname(built), { recursive: true, force: true });
}

interface Loaded {
  readonly perSecond: number;
  readonly p95: number;
  /** ms of the server's processor time a request. */
  readonly cpu: number;
}

function sentBytes({ body, compressed }: ServedPage, encoding: Encoding): number {
  return (encoding ? compressed : body).length;
}

function orderOf(page: ServedPage, encoding: Encoding, port: number): LoadOrder {
  const { path, cookie } = page;
  const bytes = sentBytes(page, encoding);
  return { port, path, cookie, encoding, connections: CONNECTIONS, ms: roundMs, requests: null, bytes };
}

async function loaded(loader: Child, server: Child, order: LoadOrder): Promise<Loaded> {
  const before = await server.ask<CpuAnswer>('cpu');
  const { requests, ms, latencies } = await loader.ask<LoadAnswer>(order);
  const after = await server.ask<CpuAnswer>('cpu');
  return {
    perSecond: (requests / ms) * 1_000,
    p95: quantile(latencies, 0.95),
    cpu: (after.cpu - before.cpu) / requests,
  };
}

function rowOf(served: ServedPage, encoding: Encoding, page: readonly Loaded[], bare: readonly Loaded[]): Row {
  const { path, statements } = served;
  const rate = ({ perSecond }: Loaded) => perSecond;
  const cpu = (loads: readonly Loaded[]) => fixed(median(loads.map((one) => one.cpu)));
  return {
    page: `\`${path}\`${encoding && `, ${encoding}`}`,
    KiB: fixed(sentBytes(served, encoding) / 1024, 1),
    statements: statements.length,
    'page, requests/s': spreadText(spreadOf(page.map(rate)), 0),
    'bare, requests/s': spreadText(spreadOf(bare.map(rate)), 0),
    'share of the bare rate': spreadText(spreadOf(pairedRatios(page.map(rate), bare.map(rate)))),
    'p95, ms: page / bare': `${fixed(median(page.map(({ p95 }) => p95)), 0)} / ${fixed(median(bare.map(({ p95 }) => p95)), 0)}`,
    'CPU ms a request: page / bare': `${cpu(page)} / ${cpu(bare)}`,
  };
}

/** The program's own client build, and the bench's server beside it. @returns the script to run */
async function buildPageServer(): Promise<string> {
  const { status } = spawnSync(process.execPath, [fromRoot('scripts', 'build.js'), '--if-stale'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('npm run build failed');
  process.env.NODE_ENV = 'production';
  const outDir = fromRoot(`.dist-bench-${process.pid}`);
  await build({
    root: fromRoot(),
    logLevel: 'warn',
    mode: 'production',
    build: { ssr: fromRoot('bench', 'support', 'page-server.ts'), outDir, emptyOutDir: true },
  });
  return `${outDir}/main.js`;
}
