import { expect, it } from 'vitest';
import { findings } from './rules.ts';

const messages = (path: string, text: string) => findings(path, text).map(({ message }) => message.slice(0, 20));

it('finds long files, hidden clocks, stray SQL, raw HTML and style attributes', () => {
  expect(messages('src/modules/x/rules.ts', `${'a\n'.repeat(301)}`)).toEqual(['301 lines; the limit']);
  expect(messages('src/modules/x/rules.test.ts', `${'a\n'.repeat(301)}`)).toEqual([]);
  expect(messages('src/modules/x/act.ts', 'const now = new Date();')).toHaveLength(1);
  expect(messages('src/modules/x/act.ts', 'const now = new Date(at);')).toEqual([]);
  expect(messages('src/modules/x/act.ts', 'await sql`select 1`')).toHaveLength(1);
  expect(messages('src/modules/x/store-acts.ts', 'await sql`select 1`')).toEqual([]);
  expect(messages('src/portal/x/A.svelte', '<p style="color: red">{@html x}</p>')).toHaveLength(2);
});
