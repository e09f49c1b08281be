/** What the database role of the auditor's pages can do: read the trail, write nothing, see nobody's data. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './support/db.ts';

const { as } = await testDatabase();
const auditor = as('baccau_auditor').db;
const owner = as(null).db;

const { rows: columns } = await sql<{ table: string; column: string }>`
  select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by 1, 2`.execute(owner);
const tables = [...new Set(columns.map(({ table }) => table))];

const denied = (run: Promise<unknown>) =>
  run.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
const DENIED = '42501';

describe('writing', () => {
  it.each(tables)('%s: no right to insert, update, delete or truncate, on no column', async (table) => {
    const { rows } = await sql<{ privilege: string }>`
      select p.privilege from unnest(array['INSERT', 'UPDATE', 'REFERENCES']) p(privilege)
        where has_any_column_privilege('baccau_auditor', ${`baccau.${table}`}, p.privilege)
      union all select p.privilege from unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) p(privilege)
        where has_table_privilege('baccau_auditor', ${`baccau.${table}`}, p.privilege)`.execute(owner);
    expect(rows).toEqual([]);
  });

  it('is refused by the server, in the chains above all', async () => {
    for (const attempt of [
      sql`insert into sensitive_read (unit_id, read_id, at, staff_id, kind, subject, route)
        values ('u', gen_random_uuid(), now(), gen_random_uuid(), 'dossier', 'dossier:x', 'x')`,
      sql`update audit_head set seq = 0`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
      sql`update staff_role set valid_to = null`,
      sql`create table baccau.mine (a int)`,
    ])
      expect(await denied(attempt.execute(auditor))).toBe(DENIED);
  });
});

describe('reading', () => {
  it('never reaches what is sealed, secret or said by citizens, in any table', async () => {
    const personal =
      /sealed|secret|password|totp|token|answers|sources|^note$|^reason$|phone|address|citizen_no|date_of_birth|birth_year|email|applicant|subject_name|original_name|receiver|^data$|actor_name/;
    const { rows } = await sql<{ table: string; column: string }>`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('baccau_auditor', c.oid, a.attnum, 'SELECT')`.execute(owner);
    // A unit's own address and the notes of the yearly calendar are public.
    const open = new Set(['unit_profile', 'holiday_rule', 'calendar_decision']);
    const people = rows.filter(({ table }) => !open.has(table));
    expect(people.filter(({ column }) => personal.test(column))).toEqual([]);
    expect(rows.filter(({ table, column }) => column === 'full_name' && !table.startsWith('staff'))).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
  });

  it.each([
    'select citizen_no_sealed from account',
    'select full_name from account',
    'select answers from dossier',
    'select secret_sealed from dossier',
    'select answers from draft',
    'select note from dossier_action',
    'select * from account_phone',
    'select password_hash from staff',
    'select totp_sealed from staff',
    'select token_hash from session',
    'select full_name from household_member',
  ])('%s is refused by the server', async (query) => {
    expect(await denied(sql.raw(query).execute(auditor))).toBe(DENIED);
  });

  it('reaches the trail, the looks, roles and what dossiers went through', async () => {
    for (const query of [
      'select payload from audit_entry',
      'select subject from sensitive_read',
      'select role from staff_role',
      'select roles from staff_substitution',
      'select code, state from dossier',
      'select kind, actor_id from dossier_action',
    ])
      expect(await denied(sql.raw(query).execute(auditor))).toBe('allowed');
  });
});
