import { readFileSync } from 'node:fs';
import { findBinaries } from './binaries.ts';
import { livingClients } from './clients.ts';
import { clusterExists, createCluster, resetPasswords } from './cluster.ts';
import type { Layout } from './layout.ts';
import { type Postmaster, runningPostmaster, stopPostmaster, untilReady } from './postmaster.ts';
import { type RunnerKind, runnersFor } from './privileges.ts';
import type { Secrets } from './roles.ts';
import { makeSecrets, readSecrets } from './secrets.ts';
import { READY_MS, startServer } from './server.ts';
import { choosePlace, realCluster, settleIn } from './shelter.ts';

export interface EnsureOptions {
  /** Hears Vietnamese sentences about what takes long or went wrong. */
  readonly log: (message: string) => void;
  /** For tests: which ways of running may be tried. */
  readonly kinds?: readonly RunnerKind[];
  /** Where programs and data go when root's own folders cannot be entered by the server's user. */
  readonly shelter?: string;
}

/**
 * Under the lock: the running server, or a new one; makes the cluster and lost passwords.
 * @param port the port to keep, or null for any
 */
export async function ensureServer(
  layout: Layout,
  { kinds, log, shelter = '/var/lib/baccau' }: EnsureOptions,
  port: number | null,
): Promise<{ server: Postmaster; secrets: Secrets }> {
  const cluster = realCluster(layout.cluster);
  const known = readSecrets(layout.secrets);
  const running = runningPostmaster(cluster);
  if (running && known) {
    const server = await untilReady(cluster, running.pid, READY_MS);
    if (server) return { server, secrets: known };
  }
  if (running && runningPostmaster(cluster)) await stopPostmaster(cluster, running.pid);

  const runners = runnersFor(process.getuid?.() ?? 1, passwd()).filter(({ kind }) => kinds?.includes(kind) ?? true);
  const place = choosePlace(layout.cluster, findBinaries(layout.links), runners, shelter);
  const secrets = known ?? makeSecrets(layout.secrets);
  if (!clusterExists(place.cluster)) {
    log('Đang tạo cơ sở dữ liệu lần đầu…');
    await createCluster(place, secrets);
  } else {
    settleIn(place);
    if (!known) await resetPasswords(place, secrets);
  }
  const keep = port ?? livingClients(layout.clients)[0]?.port ?? null;
  return { server: await startServer(place, layout.log, keep), secrets };
}

function passwd(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/etc/passwd', 'utf8') : '';
  } catch {
    return '';
  }
}
