import { sql } from 'kysely';
import { loadSupportTurnKinds } from '../modules/assistance/index.ts';
import { loadSeedCatalogue } from '../modules/catalogue/index.ts';
import { historySeed, importUnitHistory, importUnits, loadCalendar } from '../modules/units/index.ts';
import type { Db } from '../platform/db/index.ts';
import { fromRoot } from '../platform/paths.ts';
import { readLines } from '../platform/read-lines.ts';

/** Day from which the list that ships with the project holds (NQ 202/2025/QH15 and NQ 1685/NQ-UBTVQH15: two tiers). */
const UNITS_EFFECTIVE = '2025-07-01';
const UNITS_SOURCE = 'thanglequoc/vietnamese-provinces-database, tháng 7/2026 (MIT)';
const HISTORY_SOURCE = 'dvhcvn/20250701, tháng 7/2025 (MIT)';

/** Loads what the project ships (units, seed catalogue) where it is missing or was changed; quick when nothing was. */
export async function ensureSeed(db: Db): Promise<void> {
  const { rows } = await sql<{ units: boolean; history: boolean }>`
    select exists (select from unit) as units, exists (select from unit_relation) as history`.execute(db);
  if (!rows[0]?.units) {
    await importUnits(db, {
      lines: readLines(fromRoot('db', 'seed', 'units', 'units-2026.csv.gz')),
      effectiveFrom: UNITS_EFFECTIVE,
      sourceRef: UNITS_SOURCE,
    });
  }
  if (!rows[0]?.history) {
    const seed = historySeed();
    await importUnitHistory(db, {
      lines: readLines(fromRoot('db', 'seed', 'units', 'units-2025-old-to-new.csv.gz')),
      effective: seed.effective,
      sourceRef: HISTORY_SOURCE,
      seed,
    });
  }
  await loadCalendar(db, new Date());
  await loadSeedCatalogue(db, fromRoot('db', 'seed'), new Date());
  await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
}
