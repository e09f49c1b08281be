import type { Statement } from './statements.ts';

export interface AskedPage {
  readonly path: string;
  readonly as: 'citizen' | 'officer';
}

export interface ServedPage {
  readonly path: string;
  readonly cookie: string;
  /** What one request sends to the database in the steady state; the session's look-up comes first. */
  readonly statements: readonly Statement[];
  readonly body: Buffer;
  /** The same as a browser gets it, by Brotli. */
  readonly compressed: Buffer;
}

export interface PageServerReady {
  readonly port: number;
  readonly appUrl: string;
  readonly role: 'baccau_app' | null;
  readonly catalogue: 'the shared file' | 'our own procedures only';
  readonly pages: readonly ServedPage[];
}

export type BareServerAsked = Pick<PageServerReady, 'appUrl' | 'role' | 'pages'>;

export interface BareServerReady {
  readonly port: number;
}

/** Processor time of the asked process so far, ms. */
export interface CpuAnswer {
  readonly cpu: number;
}

export const toParent = (message: object): void => void process.send?.(message);

/** Answers `cpu` with the time used so far, and ends the process on `stop` or when the parent is gone. */
export function answerParent(close: () => Promise<void>): void {
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    void close().finally(() => process.exit());
  };
  process.on('disconnect', stop);
  process.on('message', (message) => {
    if (message === 'stop') stop();
    if (message !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    toParent({ cpu: (user + system) / 1_000 } satisfies CpuAnswer);
  });
}
