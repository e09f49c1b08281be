import type pg from 'pg';

const TYPES: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
};

/** Kysely's table types, generated from the migrated database so that they cannot drift. */
export async function dumpTables(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{
    rel: string;
    col: string;
    type: string;
    nullable: boolean;
    has_default: boolean;
  }>(`
    select c.relname as rel, a.attname as col, t.typname as type, not a.attnotnull as nullable, a.atthasdef as has_default
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') order by c.relname, a.attnum`);
  const lines = [
    '/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */',
    "import type { ColumnType, Generated, RawBuilder } from 'kysely';",
    '',
    '/** jsonb: read as parsed JSON, written by `json()`. */',
    'type Json = ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>;',
    '',
    'export interface Tables {',
  ];
  for (const rel of new Set(rows.map((row) => row.rel))) {
    lines.push(`  ${rel}: {`);
    for (const row of rows.filter((one) => one.rel === rel)) {
      const type = TYPES[row.type];
      if (!type) throw new Error(`No TypeScript type for ${row.type} of ${rel}.${row.col}`);
      const full = row.nullable ? `${type} | null` : type;
      const generated =
        type === 'Json'
          ? 'ColumnType<unknown, RawBuilder<unknown> | undefined, RawBuilder<unknown>>'
          : `Generated<${full}>`;
      lines.push(`    ${row.col}: ${row.has_default ? generated : full};`);
    }
    lines.push('  };');
  }
  lines.push('}', '');
  return lines.join('\n');
}
