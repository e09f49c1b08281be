import { chmodSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canEnter, runnersFor } from './privileges.ts';
import { processes } from './test-support.ts';

const { folder, open } = processes();
const isRoot = process.getuid?.() === 0;
const runners = runnersFor(0, 'nobody:x:65534:65534::/:/bin/false');
const hasNamespaces = isRoot && runners.some((runner) => runner.kind === 'namespace' && canEnter(runner, '/'));
if (!isRoot) console.log('Skipped: starting as root needs root.');
else if (!hasNamespaces) console.log('Skipped: this kernel or container forbids user namespaces.');

/** A data folder below one that only root may enter. */
function belowClosed(): { data: string; shelter: string } {
  const top = folder();
  chmodSync(top, 0o755);
  mkdirSync(join(top, 'closed'), { mode: 0o700 });
  return { data: join(top, 'closed', 'data'), shelter: join(top, 'shelter') };
}

describe.runIf(isRoot)('started as root', () => {
  it.runIf(hasNamespaces)('runs in a user namespace below a folder that only root may enter', async () => {
    const { data, shelter } = belowClosed();
    const opened = await open(data, 'namespace', shelter);
    expect(await opened.query('select 1 as one')).toEqual([{ one: 1 }]);
    await opened.release();
    expect(lstatSync(join(data, 'postgres')).isDirectory()).toBe(true);
    expect(existsSync(shelter)).toBe(false);
  });

  it('runs as another user where that one may enter', async () => {
    const top = folder();
    chmodSync(top, 0o755);
    const opened = await open(join(top, 'data'), 'switch', join(top, 'shelter'));
    expect(statSync(`/proc/${opened.server}`).uid).not.toBe(0);
    await opened.release();
    expect(existsSync(join(top, 'shelter', 'data'))).toBe(false);
  });

  it.runIf(hasNamespaces)(
    'moves to the shelter with its data when namespaces are gone, and works when they are back',
    async () => {
      const { data, shelter } = belowClosed();
      const first = await open(data, 'namespace', shelter);
      await first.query('create table note as select 7 as number');
      await first.release();
      for (const kind of ['switch', 'namespace']) {
        const next = await open(data, kind, shelter);
        expect(await next.query('select number from note')).toEqual([{ number: 7 }]);
        await next.release();
      }
      expect(lstatSync(join(data, 'postgres')).isSymbolicLink()).toBe(true);
    },
  );

  it('says what to do where there is no way', async () => {
    const { data } = belowClosed();
    await expect(open(data, 'switch', '/dev/null/shelter')).rejects.toThrow(/tài khoản thường .* DATABASE_URL/s);
    await expect(open(data, 'plain')).rejects.toThrow(/DATABASE_URL/);
  });
});
