#!/usr/bin/env node
// Plain JavaScript that Node 20 can read: finds the pinned Node, builds what is missing, runs the program.
// Nothing here prints to standard output: under --json that belongs to the command alone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtStamp, sourceStamp } from '../scripts/build-stamp.js';
import { onPinnedNode, root } from '../scripts/pinned-node.js';

function ensureBuilt() {
  if (builtStamp() === sourceStamp()) return true;
  const build = [join(root, 'scripts', 'build.js'), '--if-stale'];
  // Its standard output, too, goes to our standard error.
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return true;
  process.stderr.write('Không dựng được chương trình. Hãy sửa lỗi nêu trên, hoặc chạy lại npm ci rồi thử lại.\n');
  return false;
}

if (await onPinnedNode(fileURLToPath(import.meta.url))) {
  if (ensureBuilt()) {
    const { main } = await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
    process.exitCode = await main(process.argv.slice(2));
  } else {
    process.exitCode = 1;
  }
}
