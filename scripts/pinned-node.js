// Plain JavaScript for old Node versions (20 and later): it runs before the pinned Node is found.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NEEDED_MAJOR = 24;
const SIGNALS = ['SIGINT', 'SIGTERM'];
const SAME_PRESS_MS = 1000;
const RELAUNCHED = 'BACCAU_RELAUNCHED';

/** The pinned Node's program for this machine, or null where the registry has none. */
export function findPinnedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const { optionalDependencies } = readJson(join(root, 'package.json'));
  const version = optionalDependencies[name];
  const folder = join(root, 'node_modules', name);
  const program = join(folder, 'bin', 'node');
  if (!version || !existsSync(program) || readJson(join(folder, 'package.json')).version !== version) return null;
  return { version, program };
}

/**
 * Makes sure that `script` runs on the pinned Node (elsewhere: on Node 24 or later).
 * @param {string} script absolute path of the script to run again
 * @returns {Promise<boolean>} true: go on; false: it ran in another process and `process.exitCode` is set
 */
export async function onPinnedNode(script) {
  const pinned = findPinnedNode();
  const here = process.versions.node;
  if (pinned && pinned.version !== here && !process.env[RELAUNCHED]) {
    if (await relaunch(pinned.program, script)) return false;
  }
  delete process.env[RELAUNCHED];
  if (Number(here.split('.')[0]) >= NEEDED_MAJOR) {
    hearOnce();
    endWithParent();
    return true;
  }
  process.stderr.write(
    `Bắc Cầu cần Node.js ${NEEDED_MAJOR} trở lên, máy này đang chạy Node.js ${here}. Hãy chạy lại npm ci (máy Linux x64 ` +
      `và arm64 có Node kèm sẵn), hoặc cài Node.js ${NEEDED_MAJOR} từ https://nodejs.org rồi chạy lại lệnh này.\n`,
  );
  process.exitCode = 1;
  return false;
}

/** Runs the script on another Node in the same process group. Resolves to false when that Node cannot be executed. */
function relaunch(program, script) {
  return new Promise((resolve) => {
    const child = spawn(program, [...process.execArgv, script, ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [RELAUNCHED]: '1' },
    });
    hearOnce();
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    child.once('error', () => {
      for (const signal of SIGNALS) process.off(signal, forward);
      resolve(false);
    });
    child.once('exit', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      if (signal) process.kill(process.pid, signal);
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      resolve(true);
    });
  });
}

/**
 * One press of Ctrl-C reaches a process up to four times: the terminal signals the whole process group, and npm and
 * the relaunching process pass theirs on. The program shall hear it once; a second press later still counts.
 */
function hearOnce() {
  const emit = process.emit;
  const heard = new Map();
  process.emit = function emitOnce(name, ...rest) {
    if (SIGNALS.includes(name)) {
      const now = performance.now();
      if (now - (heard.get(name) ?? Number.NEGATIVE_INFINITY) < SAME_PRESS_MS) return true;
      heard.set(name, now);
    }
    return emit.call(this, name, ...rest);
  };
}

/** If the relaunching process is killed, nobody could stop this one any more: it stops itself, in good order. */
function endWithParent() {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
