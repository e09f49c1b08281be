import { readFileSync } from 'node:fs';
import { fromRoot } from '../../platform/paths.ts';
import type { HistorySeed } from './history-model.ts';

/** Documents, assumed start and known district names of the change of 1 July 2025, from `db/seed/units/history.json`. */
export const historySeed = (): HistorySeed =>
  JSON.parse(readFileSync(fromRoot('db', 'seed', 'units', 'history.json'), 'utf8')) as HistorySeed;
