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

interface ColumnRow {
  readonly rel: string;
  readonly col: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
  /** Declared class of the table (`tenant`, `citizen`, `reference`), or `view`. */
  readonly kind: string;
}

const KINDS = ['tenant', 'citizen', 'reference', 'view'] as const;
const HEADER = '/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */';
const nameOf = (kind: string): string => `${kind[0]?.toUpperCase()}${kind.slice(1)}Tables`;

/** Kysely's table types, a file for each declared class, generated from the migrated database so that they cannot drift. */
export async function dumpTables(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<ColumnRow>(`
    select c.relname as rel, a.attname as col, t.typname as type, not a.attnotnull as nullable, a.atthasdef as has_default,
      case when c.relkind = 'v' then 'view' else split_part(obj_description(c.oid), ':', 1) end as kind
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'baccau'::regnamespace and c.relkind in ('r', 'v') order by c.relname, a.attnum`);
  const files = new Map(KINDS.map((kind) => [`tables-${kind}.ts`, oneFile(kind, rows)]));
  const names = KINDS.map(nameOf);
  files.set(
    'tables.ts',
    [
      HEADER,
      ...KINDS.map((kind) => `import type { ${nameOf(kind)} } from './tables-${kind}.ts';`).sort(),
      '',
      '/** Every table and view of the schema. */',
      `export interface Tables extends ${names.join(', ')} {}`,
      '',
    ].join('\n'),
  );
  return files;
}

function oneFile(kind: string, rows: readonly ColumnRow[]): string {
  const own = rows.filter((row) => row.kind === kind);
  const body = [...new Set(own.map(({ rel }) => rel))].flatMap((rel) => [
    `  ${rel}: {`,
    ...own.filter((row) => row.rel === rel).map((row) => `    ${row.col}: ${typeOf(row)};`),
    '  };',
  ]);
  const types = ['ColumnType', 'Generated', 'RawBuilder'].filter((name) =>
    body.some((line) => line.includes(`${name}<`)),
  );
  const head = types.length > 0 ? [`import type { ${types.join(', ')} } from 'kysely';`, ''] : [];
  return [HEADER, ...head, `export interface ${nameOf(kind)} {`, ...body, '}', ''].join('\n');
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
