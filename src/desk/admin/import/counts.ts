import type { Outcome } from '../../../platform/import-preview/index.ts';
import type { PlannedRow } from './kind.ts';

/** How many rows do what; the four sum to the rows of the list. */
export function countsOf(rows: readonly PlannedRow[]): Outcome {
  const of = (result: PlannedRow['result']) => rows.filter((row) => row.result === result).length;
  return { added: of('new'), changed: of('changed'), unchanged: of('unchanged'), rejected: of('error') };
}
