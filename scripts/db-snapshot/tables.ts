import type pg from 'pg';
import type { Migration } from '../../src/platform/db/migrate.ts';

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

interface ColumnRow {
  readonly rel: string;
  readonly col: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
}

const HEADER = '/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */';
const nameOf = (room: string): string => `${room[0]?.toUpperCase()}${room.slice(1)}Tables`;

/**
 * Kysely's table types, a file for each room of the house, generated from the migrated database so that they cannot
 * drift. A table or view belongs to the room whose migration (`NNNN_<room>_<what>.sql`) made it.
 */
export async function dumpTables(client: pg.Client, migrations: readonly Migration[]): Promise<Map<string, string>> {
  const { rows } = await client.query<ColumnRow>(`
    select c.relname as rel, a.attname as col, t.typname as type, not a.attnotnull as nullable, a.atthasdef as has_default
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') order by c.relname, a.attnum`);
  const rooms = roomsOf(migrations);
  const roomOf = ({ rel }: ColumnRow): string => rooms.get(rel) ?? 'platform';
  const all = [...new Set(rows.map(roomOf))].sort();
  const files = new Map(
    all.map((room) => [
      `tables-${room}.ts`,
      oneFile(
        room,
        rows.filter((row) => roomOf(row) === room),
      ),
    ]),
  );
  const names = all.map(nameOf);
  files.set(
    'tables.ts',
    [
      HEADER,
      ...all.map((room) => `import type { ${nameOf(room)} } from './tables-${room}.ts';`),
      '',
      '/** Every table and view of the schema. */',
      'export interface Tables',
      `  extends ${names.join(',\n    ')} {}`,
      '',
    ].join('\n'),
  );
  return files;
}

/** The room of each table and view, by the first migration that makes it. */
function roomsOf(migrations: readonly Migration[]): ReadonlyMap<string, string> {
  const rooms = new Map<string, string>();
  for (const { name, sql } of migrations) {
    const room = name.split('_')[1] ?? 'platform';
    for (const [, rel] of sql.matchAll(/^create (?:or replace )?(?:table|view) (?:if not exists )?(\w+)/gim)) {
      if (rel && !rooms.has(rel)) rooms.set(rel, room);
    }
  }
  return rooms;
}

function oneFile(room: string, own: readonly ColumnRow[]): string {
  const body = [...new Set(own.map(({ rel }) => rel))].flatMap((rel) => [
    `  ${rel}: {`,
    ...own.filter((row) => row.rel === rel).map((row) => `    ${row.col}: ${typeOf(row)};`),
    '  };',
  ]);
  const types = ['ColumnType', 'Generated', 'RawBuilder'].filter((name) =>
    body.some((line) => line.includes(`${name}<`)),
  );
  const head = types.length > 0 ? [`import type { ${types.join(', ')} } from 'kysely';`, ''] : [];
  return [HEADER, ...head, `export interface ${nameOf(room)} {`, ...body, '}', ''].join('\n');
}

/** jsonb is read as parsed JSON and written by `json()`. */
function typeOf({ rel, col, type: name, nullable, has_default }: ColumnRow): string {
  const type = TYPES[name];
  if (!type) throw new Error(`No TypeScript type for ${name} of ${rel}.${col}`);
  if (type === 'Json') {
    const written = ['RawBuilder<unknown>', ...(nullable ? ['null'] : [])].join(' | ');
    return `ColumnType<unknown, ${written}${nullable || has_default ? ' | undefined' : ''}, ${written}>`;
  }
  const full = nullable ? `${type} | null` : type;
  return has_default ? `Generated<${full}>` : full;
}
