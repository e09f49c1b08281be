/** The query rules of DESIGN §5.1, read from the SQL in the sources. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot, projectRoot } from '../src/platform/paths.ts';

const schema = readFileSync(fromRoot('db', 'schema.sql'), 'utf8');
const owned = new Map(
  [...schema.matchAll(/^-- (tenant|citizen): .*\ntable (\w+)/gm)].map(([, kind, name]) => [
    name,
    kind === 'tenant' ? 'unit_id' : 'account_id',
  ]),
);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  cwd: projectRoot,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('testing.ts'));

/** Workers look at every unit's rows on purpose; each is named with its reason. */
const EVERY_UNIT = new Map([['src/platform/outbox/outbox.ts', 'the delivery takes whichever event is due']]);

interface Statement {
  path: string;
  text: string;
}

const statements: Statement[] = files.flatMap((path) => {
  const source = readFileSync(fromRoot(path), 'utf8');
  return [...source.matchAll(/sql(?:<[^`]*?>)?`([^`]*)`/g)].map((match) => ({ path, text: match[1] ?? '' }));
});

it('knows the owned tables and reads the statements', () => {
  expect(owned.get('dossier')).toBe('unit_id');
  expect(owned.get('draft')).toBe('account_id');
  expect(statements.length).toBeGreaterThan(40);
});

it('locks rows only of one owner', () => {
  const loose = statements.filter(
    ({ path, text }) =>
      /\bfor (no key )?update\b/i.test(text) && !/\b(unit_id|account_id) = /.test(text) && !EVERY_UNIT.has(path),
  );
  expect(loose).toEqual([]);
});

it('changes and deletes owned rows only of one owner, and never moves them to another', () => {
  const found = statements.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:update|delete from)\s+(\w+)([^;]*)/gi)].flatMap(([, table = '', rest = '']) => {
      const owner = owned.get(table);
      if (!owner) return [];
      const moves = new RegExp(`\\bset\\b[^]*?\\b${owner}\\s*=[^]*?\\bwhere\\b`, 'i').test(rest);
      return moves || !new RegExp(`\\bwhere\\b[^]*\\b${owner} = `, 'i').test(rest) ? [{ path, table }] : [];
    }),
  );
  expect(found).toEqual([]);
});

it('never names a schema: stores work in the real realm and in practice alike', () => {
  const named = statements.filter(({ text }) => /\bbaccau\./.test(text));
  expect(named.filter(({ path }) => !path.endsWith('migrate.ts'))).toEqual([]);
});
