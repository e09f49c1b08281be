import { type ChildProcess, fork } from 'node:child_process';

export interface Child {
  /** Sends a message and waits for the next one. @throws when the process ends instead */
  ask<Answer>(message: unknown): Promise<Answer>;
  /** Asks it to end, and makes it after ten seconds. */
  stop(): Promise<void>;
}

/** Runs a script on this Node in a process of its own; it dies with us. */
export function startChild(script: string, env: Record<string, string> = {}): Child {
  const child: ChildProcess = fork(script, {
    serialization: 'advanced',
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ask: <Answer>(message: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        const settle = () => {
          child.off('message', onMessage);
          child.off('exit', onExit);
        };
        const onMessage = (answer: unknown) => {
          settle();
          resolve(answer as Answer);
        };
        const onExit = (code: number | null) => {
          settle();
          reject(new Error(`${script} ended with ${code}`));
        };
        child.on('message', onMessage);
        child.on('exit', onExit);
        child.send(message as never);
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (child.connected) child.send('stop');
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(force);
    },
  };
}
