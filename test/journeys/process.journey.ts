import { afterAll, beforeAll, expect, test } from 'vitest';
import { baccau } from './support/cli.ts';
import type { Visitor } from './support/http.ts';
import { newCitizen, readyDraft, type Submitted, submitDraft } from './support/http-acts.ts';
import { killAtOnce, postmasterPid, untilGone, withDescendants } from './support/process-tree.ts';
import { newDataDir, type Program, removeDataDir, startProgram } from './support/program.ts';

const CITIZENS = 50;
/** Acknowledged before the power fails. */
const ACKNOWLEDGED = 12;

let dataDir = '';
let program: Program;
let firstStartMs = 0;
const citizens: Visitor[] = [];
const acknowledged: Submitted[] = [];

beforeAll(async () => {
  dataDir = await newDataDir();
});

afterAll(async () => {
  for (const citizen of citizens) citizen.close();
  await program?.stop();
  await removeDataDir(dataDir);
});

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** Numbers of the day by its date. */
function numbersByDay(codes: readonly string[]): Map<string, number[]> {
  const days = new Map<string, number[]>();
  for (const code of codes) {
    const [, day = '', number = ''] = /-(\d{6})-(\d{4,6})$/.exec(code) ?? [];
    days.set(day, [...(days.get(day) ?? []), Number(number)]);
  }
  return days;
}

/** Every day's numbers run from 0001 without a gap; the night may pass while this runs. */
function expectGapFree(codes: readonly string[]): void {
  expect(new Set(codes).size).toBe(codes.length);
  for (const [day, numbers] of numbersByDay(codes)) {
    const sorted = numbers.sort((a, b) => a - b);
    expect(sorted, `numbers of ${day}`).toEqual(sorted.map((_, at) => at + 1));
  }
}

test('two commands at once on an empty folder both work, and print JSON alone', async () => {
  const ran = await Promise.all([
    baccau(dataDir, 'search', 'khai sinh', '--json'),
    baccau(dataDir, 'search', 'sao y', '--json'),
  ]);
  for (const { code, stdout, stderr } of ran) {
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)[0]).toMatchObject({ code: expect.any(String), name: expect.any(String) });
  }
});

test('commands run beside the running program', async () => {
  const { ms, value } = await timed(() => startProgram(dataDir));
  [firstStartMs, program] = [ms, value];
  expect(program.output()).toContain(program.origin);
  const found = await baccau(dataDir, 'search', 'lam giay khai sinh cho con', '--json');
  expect(JSON.parse(found.stdout)[0]).toMatchObject({ code: '1.001193' });
  const examined = await baccau(dataDir, 'doctor', '--json');
  expect(examined.code, examined.stdout + examined.stderr).toBe(0);
  expect(JSON.parse(examined.stdout)).toMatchObject({ clean: true });
});

test('fifty submissions at once get 0001 to 0050: no gap, no duplicate', async () => {
  // The mailbox shows the newest 20 messages.
  while (citizens.length < CITIZENS) {
    citizens.push(...(await Promise.all(Array.from({ length: 10 }, () => newCitizen(program.origin)))));
  }
  const drafts = await Promise.all(citizens.map((citizen) => readyDraft(citizen)));
  const submitted = await Promise.all(citizens.map((citizen, at) => submitDraft(citizen, drafts[at] ?? '')));
  acknowledged.push(...submitted);
  expectGapFree(submitted.map(({ code }) => code));
});

test('what was acknowledged survives kill -9 in the middle of submissions', async () => {
  const drafts = await Promise.all(citizens.map((citizen) => readyDraft(citizen)));
  const pids = [...withDescendants(program.process.pid ?? 0), postmasterPid(dataDir)];
  let heard = 0;
  const outcomes = await Promise.allSettled(
    citizens.map(async (citizen, at) => {
      const submitted = await submitDraft(citizen, drafts[at] ?? '');
      heard += 1;
      if (heard === ACKNOWLEDGED) killAtOnce(pids);
      return submitted;
    }),
  );
  await untilGone(pids);
  const before = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(before.length).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  expect(before.length, 'the power failed after everything was done').toBeLessThan(CITIZENS);

  const port = Number(new URL(program.origin).port);
  program = await startProgram(dataDir, { PORT: String(port) });
  for (const [at, citizen] of citizens.entries()) {
    const outcome = outcomes[at];
    if (outcome?.status !== 'fulfilled') continue;
    const { unitId, dossierId, code } = outcome.value;
    const found = await citizen.get(`/api/v1/dossiers/${unitId}/${dossierId}`);
    expect(found.text).toContain(code);
  }
  // Who heard nothing presses again: each draft becomes one dossier, whether or not the first press had arrived.
  const all = await Promise.all(citizens.map((citizen, at) => submitDraft(citizen, drafts[at] ?? '')));
  for (const { dossierId, code } of before) expect(all).toContainEqual(expect.objectContaining({ dossierId, code }));
  acknowledged.push(...all);
  expectGapFree(acknowledged.map(({ code }) => code));
  for (const command of [['doctor'], ['audit', 'verify']]) {
    const ran = await baccau(dataDir, ...command);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  }
});

test('it ends within two seconds by either signal, PostgreSQL included, and starts again in seconds', async () => {
  const last = acknowledged.at(-1);
  // What starting the smallest command costs here and now: the measure of a busy machine.
  const { ms: baseline } = await timed(() => baccau(dataDir, 'lunar', '2027'));
  const [stops, starts]: [number[], number[]] = [[], []];
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) {
    const pids = [...withDescendants(program.process.pid ?? 0), postmasterPid(dataDir)];
    const stopped = await timed(() => program.stop(signal));
    stops.push(stopped.ms);
    await untilGone(pids, 1000);
    expect(program.process.exitCode).toBe(0);
    const started = await timed(() => startProgram(dataDir, { PORT: String(new URL(program.origin).port) }));
    program = started.value;
    starts.push(started.ms);
  }
  expect(Math.min(...stops), `stops: ${stops}`).toBeLessThan(2000 + baseline);
  expect(Math.min(...starts), `starts: ${starts}, the first: ${firstStartMs}`).toBeLessThan(5000 + 5 * baseline);
  const kept = await citizens.at(-1)?.get('/api/v1/dossiers');
  expect(kept?.text).toContain(last?.code);
});
