import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** A dry run with tiny counts: shows that the bench works, its numbers mean nothing. */
  readonly quick: boolean;
  readonly json: boolean;
}

/** `--quick`, `--json`. */
export function benchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  return values;
}

/** Progress goes to standard error, so that `--json` stays the JSON alone. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

export type Row = Readonly<Record<string, string | number>>;

export interface Report {
  readonly bench: string;
  /** What is compared with what, in one sentence. */
  readonly compares: string;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
const loadAtStart = load();

/** Prints the result as a table for README.md, or as JSON. */
export function report(options: BenchOptions, { bench, compares, rows, notes = [] }: Report): void {
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
    loadAtStart,
    loadAtEnd: load(),
  };
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ bench, compares, quick: options.quick, machine, rows, notes }, null, 2)}\n`,
    );
    return;
  }
  const { date, node, cores, loadAtEnd } = machine;
  const lines = [
    `## ${bench}${options.quick ? ' (dry run: the numbers mean nothing)' : ''}`,
    compares,
    `${date}, Node ${node}, ${cores} cores; load average ${loadAtStart} at the start, ${loadAtEnd} at the end.`,
    '',
    ...table(rows),
    '',
    ...notes.map((note) => `- ${note}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function table(rows: readonly Row[]): string[] {
  const heads = Object.keys(rows[0] ?? {});
  const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(heads.map((head) => row[head] ?? '')))];
}
