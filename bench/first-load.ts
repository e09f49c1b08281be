/**
 * First load of citizens' pages on a cheap phone (DESIGN §6: ≤ 100 KiB in total, ≤ 30 KiB JavaScript, LCP ≤ 2.5 s at 4×
 * CPU slowdown on 1.6 Mbps and 150 ms), each visit in turns with a nearly empty page, which shows what this machine and
 * Chromium take by themselves. Needs Chromium (CHROMIUM, else /usr/bin/chromium).
 * Run: node bench/first-load.ts [--quick] [--json]
 */
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { freePort, newDataDir, removeDataDir, startProgram } from '../test/journeys/support/program.ts';
import { fixed, spreadOf, spreadText } from './support/numbers.ts';
import { openForm } from './support/open-form.ts';
import { benchOptions, type Row, report, say } from './support/report.ts';
import { takeTurns } from './support/rounds.ts';
import { type Visit, visit } from './support/visit.ts';

const options = benchOptions();
const rounds = options.quick ? 1 : 7;
const PROCEDURE = '1.001193';
const PUBLIC_PAGES = ['/', '/thu-tuc?q=khai+sinh', `/thu-tuc/${PROCEDURE}`];
const EMPTY = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang trống</title><p>Bắc Cầu</p></html>';

const dataDir = await newDataDir();
const emptyPort = await freePort();
const empty = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').end(EMPTY);
}).listen(emptyPort, '127.0.0.1');
say('Starting the program with its demo…');
const program = await startProgram(dataDir);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const form = await openForm(browser, program.origin, PROCEDURE);
  const pages = [
    ...PUBLIC_PAGES.map((path) => ({ path, name: path, signedIn: undefined })),
    { ...form, name: `first page of the form ${PROCEDURE}` },
  ];
  const rows: Row[] = [];
  for (const { path, name, signedIn } of pages) {
    say(`${path}…`);
    const { a, b } = await takeTurns(
      () => visit(browser, `${program.origin}${path}`, signedIn),
      () => visit(browser, `http://127.0.0.1:${emptyPort}/`),
      { rounds, warmUps: 1 },
    );
    rows.push(rowOf(name, a, b));
  }
  report(options, {
    bench: 'first-load',
    compares: `First load at 360×800, 4× CPU slowdown, 1.6 Mbps, 150 ms; ${rounds} rounds in turns with a nearly empty page; median (quartiles).`,
    rows,
    notes: [
      'Bytes as they went over the wire, headers included; budget: 100 KiB in total, 30 KiB JavaScript, LCP 2.5 s.',
    ],
  });
} finally {
  await browser.close();
  await program.stop();
  empty.close();
  await removeDataDir(dataDir);
}

function rowOf(page: string, visits: readonly Visit[], empties: readonly Visit[]): Row {
  // The bytes are the same each time; the last visit is as good as any.
  const { bytes, requests } = visits.at(-1) ?? { bytes: { html: 0, css: 0, fonts: 0, js: 0, other: 0 }, requests: 0 };
  const kib = (count: number) => fixed(count / 1024, 1);
  const lcp = (list: readonly Visit[]) => spreadText(spreadOf(list.map((one) => one.lcp / 1_000)));
  const more = visits.map((one, at) => (one.lcp - (empties[at]?.lcp ?? Number.NaN)) / 1_000);
  return {
    page,
    requests,
    'total, KiB': kib(Object.values(bytes).reduce((sum, count) => sum + count, 0)),
    html: kib(bytes.html),
    css: kib(bytes.css),
    fonts: kib(bytes.fonts),
    js: kib(bytes.js),
    'LCP, s': lcp(visits),
    'empty page, s': lcp(empties),
    'page − empty, s': spreadText(spreadOf(more)),
  };
}
