/**
 * The whole program over the demo, in a process of its own; built by Vite since pages are Svelte components.
 * Tells its parent where it listens and which statements each asked page sends; ends on `stop`.
 */
import { existsSync } from 'node:fs';
import pino from 'pino';
import { type OpenedSystem, openSystem } from '../../src/cli/database.ts';
import { seedDemoOnce } from '../../src/cli/demo.ts';
import { createPlatform } from '../../src/cli/platform.ts';
import { importProcedures } from '../../src/modules/catalogue/index.ts';
import { startSession } from '../../src/modules/identity/sessions.ts';
import { toLocal } from '../../src/modules/units/index.ts';
import { type Db, transact } from '../../src/platform/db/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { sharedData } from '../../src/platform/paths.ts';
import { readLines } from '../../src/platform/read-lines.ts';
import { buildServer } from '../../src/server.ts';
import type { AskedPage, PageServerReady, ServedPage } from './page-messages.ts';
import { answerParent, toParent } from './page-messages.ts';
import { statementsOf } from './statements.ts';

/** More than a page of the work list, so that the list is as long as an officer's. */
const NEW_DOSSIERS = 200;
/** The page's caches are full and its code is compiled before its statements are noted. */
const WARM_UPS = 5;

async function main(pages: readonly AskedPage[]): Promise<void> {
  const system = await openSystem();
  try {
    await serve(system, pages);
  } catch (error) {
    // Else PostgreSQL would stay behind.
    await system.close();
    throw error;
  }
}

async function serve(system: OpenedSystem, pages: readonly AskedPage[]): Promise<void> {
  const platform = await createPlatform({ system, log: pino({ level: 'error' }, pino.destination(2)) });
  const { db } = system.database;
  const { config, clock, files, keys } = platform;
  await seedDemoOnce({ config, db, files, keys, now: clock.now() }, () => {});
  const catalogue = await importShared(db, clock.now());
  await fillWorkList(db);
  const cookies = await signIn(db, clock.now());
  const app = await buildServer(platform);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  platform.setPort(port);

  const served: ServedPage[] = [];
  for (const { path, as } of pages) {
    const get = (more = {}) => app.inject({ url: path, headers: { cookie: cookies[as], ...more } });
    for (let time = 0; time < WARM_UPS; time += 1) await get();
    let answer = await get();
    const statements = await statementsOf(async () => {
      answer = await get();
    });
    if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
    const { rawPayload: compressed } = await get({ 'accept-encoding': 'zstd' });
    served.push({ path, cookie: cookies[as], statements, body: answer.rawPayload, compressed });
  }
  const ready: PageServerReady = { port, appUrl: system.appUrl, role: system.role, catalogue, pages: served };
  toParent(ready);
  answerParent(async () => {
    await app.close();
    await system.close();
  });
}

async function importShared(db: Db, now: Date): Promise<PageServerReady['catalogue']> {
  const file = sharedData('procedures.ndjson.gz');
  if (!existsSync(file)) return 'our own procedures only';
  await importProcedures(db, { lines: readLines(file), now, today: toLocal(now).date });
  return 'the shared file';
}

/** Copies a new demo dossier, as if many people had filed on one morning. */
async function fillWorkList(db: Db): Promise<void> {
  const one = await db
    .selectFrom('dossier')
    .selectAll()
    .where('state', '=', 1)
    .orderBy('dossier_id')
    .limit(1)
    .executeTakeFirst();
  if (!one) throw new Error('The demo has no new dossier');
  const copies = Array.from({ length: NEW_DOSSIERS }, (_, at) => ({
    ...one,
    dossier_id: newId(),
    code: `${one.code.slice(0, -4)}${5000 + at}`,
    day_number: 5000 + at,
    answers: JSON.stringify(one.answers),
    due_steps: JSON.stringify(one.due_steps),
  }));
  await db
    .insertInto('dossier')
    .values(copies as never)
    .execute();
}

/** A citizen and an officer of the demo, each with a session as signing in makes it. */
async function signIn(db: Db, now: Date): Promise<Record<AskedPage['as'], string>> {
  const officer = await db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .select(['staff.staff_id as staffId', 'staff_role.unit_id as unitId'])
    .where('login', '=', 'canbo')
    .executeTakeFirstOrThrow();
  const { accountId } = await db
    .selectFrom('dossier')
    .select('account_id as accountId')
    .limit(1)
    .executeTakeFirstOrThrow();
  const from = { address: '127.0.0.1', userAgent: 'bench' };
  return transact(db, async (tx) => ({
    citizen: `baccau_c=${await startSession(tx, { kind: 'citizen', accountId }, from, now)}`,
    officer: `baccau_s=${await startSession(tx, { kind: 'staff', ...officer }, from, now)}`,
  }));
}

process.once('message', (pages) => {
  main(pages as readonly AskedPage[]).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  });
});
