/** The rules of DESIGN §5.1, read from the migrated catalogue of a plain PostgreSQL. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from './support/db.ts';

const { db } = await testDatabase();

interface TableRow {
  name: string;
  comment: string | null;
  triggers: number;
  /** Columns of each primary key, unique constraint, unique index and foreign key, in order. */
  keys: { kind: string; name: string; columns: string[]; target: string | null }[];
}

const { rows: tables } = await sql<TableRow>`
  select c.relname as name, obj_description(c.oid) as comment,
    (select count(*) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)::int as triggers,
    coalesce((select jsonb_agg(k) from (
      select con.contype::text as kind, con.conname as name, target.relname as target,
        (select jsonb_agg(a.attname order by u.position) from unnest(con.conkey) with ordinality u(attnum, position)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = u.attnum) as columns
      from pg_constraint con left join pg_class target on target.oid = con.confrelid
      where con.conrelid = c.oid and con.contype in ('p', 'u', 'f')
      union all
      select 'i', i.relname, null, (select jsonb_agg(pg_get_indexdef(x.indexrelid, position, true) order by position)
        from generate_series(1, x.indnatts) position)
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = c.oid and x.indisunique and not x.indisprimary
        and not exists (select from pg_constraint k where k.conindid = x.indexrelid)) k), '[]') as keys
  from pg_class c where c.relnamespace = 'baccau'::regnamespace and c.relkind = 'r' order by c.relname`.execute(db);

const classOf = (name: string | null): string =>
  tables.find((table) => table.name === name)?.comment?.split(':')[0] ?? '';
const FIRST: Record<string, string> = { tenant: 'unit_id', citizen: 'account_id' };

it('finds the tables', () => expect(tables.length).toBeGreaterThan(30));

it.each(tables)('$name is declared tenant, citizen or reference, with a purpose', ({ comment }) => {
  expect(comment).toMatch(/^(tenant|citizen|reference): .{10,}/);
});

it.each(tables)('$name: every key begins with its owner', ({ name, keys }) => {
  const owner = FIRST[classOf(name)];
  expect(keys.some(({ kind }) => kind === 'p')).toBe(true);
  for (const key of keys) {
    // A foreign key to a reference table needs no owner: that table is everywhere.
    if (!owner || (key.kind === 'f' && classOf(key.target) === 'reference')) continue;
    expect([name, key.name, key.columns[0]]).toEqual([name, key.name, owner]);
  }
});

it.each(tables)('$name: no trigger on owned rows, no reference that points at them', ({ name, triggers, keys }) => {
  if (classOf(name) !== 'reference') return expect(triggers).toBe(0);
  const owned = keys.filter(({ kind, target }) => kind === 'f' && classOf(target) !== 'reference');
  expect(owned).toEqual([]);
});

it('keeps what is append-only out of the application’s reach', async () => {
  const { rows } = await sql<{ name: string; privilege: string }>`
    select c.relname as name, p.privilege from pg_class c, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
    where c.relname in ('audit_entry', 'citizen_audit_entry', 'dossier_action', 'helper_act', 'consent', 'paper_read', 'support_turn', 'procedure_revision')
      and c.relnamespace = 'baccau'::regnamespace and has_table_privilege('baccau_app', c.oid, p.privilege)`.execute(
    db,
  );
  expect(rows).toEqual([]);
});
