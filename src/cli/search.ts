import { createCatalogueSearch } from '../modules/catalogue/index.ts';
import { toLocal } from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import { fromRoot } from '../platform/paths.ts';
import { withSystem } from './database.ts';
import { CommandError, EXIT, print } from './output.ts';

/** `search`: exit 0 with hits, 1 without. */
export async function searchCommand(words: string[], options: { limit?: string; json?: boolean }): Promise<number> {
  const limit = Number(options.limit ?? 20);
  if (!Number.isInteger(limit) || limit < 1) throw new CommandError('--limit phải là một số nguyên từ 1.');
  return withSystem(async ({ database }) => {
    const { search } = createCatalogueSearch(database.db, fromRoot('db', 'seed', 'search-synonyms.json'));
    const hits = await search(words.join(' '), toLocal(systemClock.now()).date, limit);
    print(
      options,
      hits,
      hits.length > 0
        ? hits.map(({ code, name }) => `${code}  ${name}`)
        : ['Không tìm thấy thủ tục nào. Hãy thử từ khác, ví dụ “khai sinh”.'],
    );
    return hits.length > 0 ? EXIT.ok : EXIT.findings;
  });
}
