import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import {
  buildIndex,
  compileVocabulary,
  type SearchDoc,
  type SearchHit,
  type SearchIndex,
  type SearchTables,
  searchIndex,
  type Vocabulary,
} from './search/index.ts';

export interface CatalogueSearch {
  /** @param today local day, YYYY-MM-DD: everyday words are dated. */
  search(query: string, today: string, limit?: number): Promise<SearchHit[]>;
}

interface Loaded {
  readonly version: number;
  readonly index: SearchIndex;
}

/**
 * Search over the whole catalogue, in memory. One cheap statement a search tells whether the catalogue changed
 * (also by another process); only then are the documents read again.
 */
export function createCatalogueSearch(db: Db, synonymsFile: string): CatalogueSearch {
  let loading: Promise<Loaded> | null = null;
  let vocabulary: { day: string; words: Vocabulary } | null = null;
  const current = async (): Promise<Loaded> => {
    const version = await catalogueVersion(db);
    const loaded = await loading?.catch(() => null);
    if (loaded?.version === version) return loaded;
    loading = load(db, version);
    return loading;
  };
  return {
    async search(query, today, limit = 20) {
      const { index } = await current();
      if (vocabulary?.day !== today) {
        const tables = JSON.parse(await readFile(synonymsFile, 'utf8')) as SearchTables;
        vocabulary = { day: today, words: compileVocabulary(tables, today) };
      }
      return searchIndex(index, query, { limit, vocabulary: vocabulary.words });
    },
  };
}

async function catalogueVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from catalogue_state`.execute(db);
  return rows[0]?.version ?? 0;
}

async function load(db: Db, version: number): Promise<Loaded> {
  return { version, index: buildIndex(await searchDocuments(db)) };
}

/** What the index knows of each procedure: names of papers and results, and our guides' words. */
async function searchDocuments(db: Db): Promise<SearchDoc[]> {
  const { rows } = await sql<SearchDoc>`
    select p.procedure_code as code, p.name, p.field, p.levels,
      coalesce(guide.content->'aliases', '[]') as aliases,
      coalesce((select jsonb_agg(paper->>'name') from jsonb_array_elements(r.content->'papers') paper), '[]') as papers,
      coalesce((select jsonb_agg(result->>'name') from jsonb_array_elements(r.content->'results') result), '[]') as results,
      coalesce(guide.content->'vi'->>'title', '') || ' ' || coalesce(guide.content->'vi'->>'summary', '') || ' ' ||
        coalesce(guide.content->'vi'->>'who', '') as guide,
      -- The home unit's last word; before it said one, what is generally filed at communes.
      coalesce((select o.offered from offered_procedure o
          where o.unit_id = (select home_unit_id from installation) and o.procedure_code = p.procedure_code
          order by o.effective_from desc, o.recorded_at desc, o.offered_id desc limit 1),
        exists (select from filing_route f where f.procedure_code = p.procedure_code and f.route in ('here', 'counter'))) as "offeredHere"
    from procedure p
      join procedure_revision r on r.revision_id = p.current_revision_id
      left join lateral (select content from procedure_guide g where g.procedure_code = p.procedure_code order by version desc limit 1) guide on true
    order by p.procedure_code`.execute(db);
  return rows;
}
