import { audit } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { ListRow } from '../../platform/spreadsheet/index.ts';
import { toLocal } from './calendar/local-date.ts';
import {
  type NeighbourhoodChange,
  type NeighbourhoodField,
  type PlannedNeighbourhood,
  planNeighbourhoods,
} from './neighbourhood-import-rules.ts';
import { type NeighbourhoodActor, recorded } from './neighbourhoods.ts';
import {
  closeNeighbourhoods,
  insertNames,
  insertNeighbourhoods,
  listNeighbourhoods,
  lockNeighbourhoods,
} from './store-neighbourhoods.ts';

/** What a list would do today; nothing is written. One statement. */
export async function planNeighbourhoodList(
  db: Db,
  { unitId, now }: Pick<NeighbourhoodActor, 'unitId' | 'now'>,
  rows: readonly ListRow<NeighbourhoodField>[],
): Promise<PlannedNeighbourhood[]> {
  const known = await listNeighbourhoods(db, { unitId, date: '9999-12-31', all: true });
  return planNeighbourhoods(rows, known, toLocal(now).date);
}

/** {@link planNeighbourhoodList} under the unit's lock: what it says is what {@link writeNeighbourhoods} does. */
export async function lockedNeighbourhoodPlan(
  tx: Tx,
  by: NeighbourhoodActor,
  rows: readonly ListRow<NeighbourhoodField>[],
): Promise<PlannedNeighbourhood[]> {
  await lockNeighbourhoods(tx, by.unitId);
  return planNeighbourhoodList(tx, by, rows);
}

/** Writes a plan, and its audit last. @param source what the list is known by: `import:<id>` */
export async function writeNeighbourhoods(
  tx: Tx,
  by: NeighbourhoodActor,
  plan: readonly PlannedNeighbourhood[],
  source: string,
): Promise<void> {
  const changes = plan.flatMap((row) => row.changes);
  if (changes.length === 0) return;
  const of = <Kind extends NeighbourhoodChange['kind']>(kind: Kind) =>
    changes.filter((change): change is Extract<NeighbourhoodChange, { kind: Kind }> => change.kind === kind);
  const named = <T extends { name: string; from: string }>(change: T) => {
    return { nameId: newId(), name: change.name, validFrom: change.from };
  };
  const added = of('add').map((change) => ({ ...named(change), neighbourhoodId: newId(), validTo: change.to }));
  await insertNeighbourhoods(tx, recorded(by), added);
  const renamed = of('rename').map((change) => ({ ...named(change), neighbourhoodId: change.neighbourhoodId }));
  await insertNames(tx, recorded(by), renamed);
  const closed = of('close').map(({ neighbourhoodId, to }) => ({ neighbourhoodId, validTo: to }));
  await closeNeighbourhoods(tx, by.unitId, closed);
  await audit(tx, {
    unitId: by.unitId,
    act: 'neighbourhood.imported',
    actor: by.actor,
    subject: source,
    detail: { added, renamed, closed },
    at: by.now,
  });
}
