/** Whoever adds a table decides here what a backup does with it. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { ROWS_STAY_OUT } from './model.ts';

const { db } = await testDatabase();

/** Hashes of secrets that a restored installation must still know: receipts in people's hands, passwords. */
const KEPT_ON_PURPOSE = new Set(['dossier.secret_hash', 'staff.password_hash']);

it('leaves out every table that holds tokens or codes, or names why not', async () => {
  const { rows } = await sql<{ name: string; column: string }>`
    select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'baccau'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and a.attname ~ '(token|code|secret|password|link|otp|pin)_hash$|^(token|secret)$'`.execute(db);
  expect(rows.length).toBeGreaterThan(3);
  const open = rows.filter(({ name, column }) => !ROWS_STAY_OUT.has(name) && !KEPT_ON_PURPOSE.has(`${name}.${column}`));
  expect(open).toEqual([]);
});

it('names only tables that are there', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'baccau'::regnamespace and relkind = 'r'`.execute(db);
  const names = new Set(rows.map(({ name }) => name));
  expect([...ROWS_STAY_OUT].filter((name) => !names.has(name))).toEqual([]);
});

it('finds no sequence and no large object: a backup carries neither', async () => {
  const { rows } = await sql`
    select relname from pg_class where relnamespace = 'baccau'::regnamespace and relkind in ('S', 'p', 'f', 'm')`.execute(
    db,
  );
  expect(rows).toEqual([]);
});

it('sees no column that names stored files otherwise than by `file_id`', async () => {
  const { rows } = await sql<{ name: string; column: string }>`
    select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'baccau'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and a.attname ~ '(^|_)(file|files|blob|image|photo|scan|attachment)(_(key|ref|uuid|path|ids))?$'`.execute(db);
  // A number, not a name.
  expect(rows.filter(({ column }) => column !== 'missing_files')).toEqual([]);
});
