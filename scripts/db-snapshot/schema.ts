import type pg from 'pg';

/** The schema as reviewable text: tables with columns, constraints, indexes, comments and grants, from the catalogue. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  const lines = ['-- Written by scripts/db-snapshot.ts from the migrated database. Not to be edited.', ''];
  const relations = await client.query<{ oid: number; name: string; kind: string; comment: string | null }>(`
    select c.oid, c.relname as name, c.relkind as kind, obj_description(c.oid) as comment
    from pg_class c where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') order by c.relname`);
  for (const relation of relations.rows) lines.push(...(await describe(client, relation)), '');
  return `${lines.join('\n').trimEnd()}\n`;
}

async function describe(client: pg.Client, r: { oid: number; name: string; kind: string; comment: string | null }) {
  const lines = [`-- ${r.comment ?? 'UNDECLARED'}`];
  const columns = await client.query<{ text: string }>(
    `select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end ||
       coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [r.oid],
  );
  // Not-null constraints are catalogue rows from PostgreSQL 18 on; they stand at the columns already.
  const constraints = await client.query<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, conname`,
    [r.oid],
  );
  const parts = [...columns.rows, ...constraints.rows].map(({ text }) => `  ${text}`);
  lines.push(`${r.kind === 'v' ? 'view' : 'table'} ${r.name} (`, parts.join(',\n'), ');');
  const indexes = await client.query<{ text: string }>(
    `select pg_get_indexdef(i.indexrelid) as text from pg_index i
     where i.indrelid = $1 and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u')) order by 1`,
    [r.oid],
  );
  lines.push(...indexes.rows.map(({ text }) => `${text.replaceAll('baccau.', '')};`));
  const grants = await client.query<{ text: string }>(
    `select 'grant ' || string_agg(privilege, ', ' order by privilege) || ' to ' || role || ';' as text from (
       select lower(g.privilege_type) as privilege, g.grantee::regrole::text as role
       from pg_class c, aclexplode(c.relacl) g where c.oid = $1 and g.grantee <> c.relowner
       union all
       select lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname) || ')', g.grantee::regrole::text
       from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = $1 group by g.privilege_type, g.grantee
     ) grants group by role order by role`,
    [r.oid],
  );
  lines.push(...grants.rows.map(({ text }) => text));
  return lines;
}
