import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** A process that uses the server. Its pool knows the port, so a restarted server must keep it. */
export interface Client extends ProcessIdentity {
  readonly port: number;
}

/** Registers this process as a user of the server. Call under the lock. @returns how to leave (also under the lock). */
export function registerClient(folder: string, port: number): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}.json`);
  writeFileSync(`${file}.part`, JSON.stringify({ ...thisProcess(), port } satisfies Client), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return () => rmSync(file, { force: true });
}

/** Users that still live; files of dead ones are removed. Call under the lock. */
export function livingClients(folder: string): Client[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const client = read(join(folder, name));
    if (client && isAlive(client)) return [client];
    rmSync(join(folder, name), { force: true });
    return [];
  });
}

function read(file: string): Client | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Client;
  } catch {
    return null;
  }
}
