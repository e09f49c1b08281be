import { isRefusal, problemText, type Refusal } from '../platform/problem.ts';

/** Exit codes of every command (docs/runbook.md). */
export const EXIT = { ok: 0, findings: 1, usage: 2, failed: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that the user can mend: one Vietnamese sentence, no stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Under `--json` stdout is the JSON alone; otherwise the lines. */
export function print(options: { json?: boolean }, value: unknown, lines: readonly string[]): void {
  process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}

/** The value, or the refusal's sentence as the command's end. */
export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new CommandError(problemText(value), EXIT.failed);
  return value;
}

/** Progress and notes: always stderr, so that pipes stay clean. */
export const progress = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
