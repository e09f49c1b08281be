import type { Db } from '../../platform/db/index.ts';
import { fromRoot } from '../../platform/paths.ts';
import { type CatalogueSearch, createCatalogueSearch } from './search-service.ts';

const known = new WeakMap<Db, CatalogueSearch>();

/** The one search of this process: pages and API share its index (some ten megabytes over the whole catalogue). */
export function catalogueSearchOf(db: Db): CatalogueSearch {
  const shared = known.get(db) ?? createCatalogueSearch(db, fromRoot('db', 'seed', 'search-synonyms.json'));
  known.set(db, shared);
  return shared;
}
