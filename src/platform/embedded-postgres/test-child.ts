import pg from 'pg';
import { openEmbeddedPostgres } from './index.ts';

/**
 * A process that tests start on a data folder and kill: tells its server over IPC, then obeys.
 * `node test-child.ts FOLDER [KIND [SHELTER]]`
 */
const [folder = '', kind, shelter] = process.argv.slice(2);
const embedded = await openEmbeddedPostgres({
  dataDir: folder,
  log: (message) => process.stderr.write(`${message}\n`),
  ...(kind ? { kinds: [kind as 'plain' | 'namespace' | 'switch'] } : {}),
  ...(shelter ? { shelter } : {}),
});

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: embedded.ownerUrl });
  client.on('error', () => {}); // the server is killed on purpose
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

process.on('message', async ({ act, text = '' }: { act: 'query' | 'release'; text?: string }) => {
  try {
    const rows = act === 'query' ? await query(text) : await embedded.release();
    process.send?.({ done: act, rows, server: embedded.pid() });
    if (act === 'release') process.disconnect();
  } catch (error) {
    process.send?.({ failed: (error as Error).message });
  }
});
process.once('disconnect', () => embedded.release());
process.send?.({ port: embedded.port, server: embedded.pid() });
