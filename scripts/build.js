// `npm run build`: both Vite builds into a folder aside, then one rename. `--if-stale` does nothing when it is fresh.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtStamp, sourceStamp } from './build-stamp.js';
import { onPinnedNode, root } from './pinned-node.js';

const ASIDE = join(root, '.dist-new');
const OLD = join(root, '.dist-old');
const DIST = join(root, 'dist');
/** A build takes seconds; on a very slow machine minutes. */
const WAIT_MS = 600_000;

const say = (text) => process.stderr.write(`${text}\n`);

async function buildAside() {
  // Before building: what is edited meanwhile must make the build stale.
  const stamp = sourceStamp();
  process.env.NODE_ENV = 'production';
  if (!process.stderr.isTTY) process.env.NO_COLOR = '1';
  const { build } = await import('vite');
  rmSync(ASIDE, { recursive: true, force: true });
  const common = { root, logLevel: 'warn', mode: 'production' };
  const into = (name) => ({
    outDir: join(ASIDE, name),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  });
  await build({ ...common, build: into('client') });
  await build({ ...common, build: { ...into('server'), ssr: 'src/cli/main.ts' } });
  writeFileSync(join(ASIDE, '.stamp'), stamp);
}

function swap() {
  rmSync(OLD, { recursive: true, force: true });
  try {
    renameSync(DIST, OLD);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(ASIDE, DIST);
  rmSync(OLD, { recursive: true, force: true });
}

async function main() {
  const { takeLock } = await import('../src/platform/embedded-postgres/lock.ts');
  const lock = await takeLock(join(root, '.dist-lock'), {
    timeoutMs: WAIT_MS,
    onWait: () => say('Đang đợi một lệnh khác dựng xong chương trình…'),
  });
  try {
    if (process.argv.includes('--if-stale') && builtStamp() === sourceStamp()) return;
    const started = performance.now();
    say('Đang dựng chương trình…');
    await buildAside();
    swap();
    say(`Đã dựng xong sau ${((performance.now() - started) / 1000).toFixed(1)} giây.`);
  } finally {
    rmSync(ASIDE, { recursive: true, force: true });
    lock.release();
  }
}

if (await onPinnedNode(fileURLToPath(import.meta.url))) {
  try {
    await main();
  } catch (error) {
    const denied = ['EACCES', 'EROFS', 'EPERM'].includes(error.code);
    say(
      denied
        ? `Không ghi được vào ${root}. Hãy cấp quyền ghi thư mục này rồi chạy lại npm run build.`
        : error.errors
          ? error.message
          : error.stack,
    );
    process.exitCode = 1;
  }
}
