import type { StaffAction } from '../../../modules/identity/index.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { ColumnSpec, ListRow } from '../../../platform/spreadsheet/index.ts';

/** What a row of a list will do, or why it cannot be taken. */
export interface PlannedRow {
  readonly line: number;
  readonly label: string;
  readonly result: 'new' | 'changed' | 'unchanged' | 'error';
  readonly sentence: string;
}

/** Who imports, for which unit. */
export interface ImportActor {
  readonly unitId: string;
  /** `staff:<id>` */
  readonly actor: string;
  readonly now: Date;
}

/** A kind of list that can be taken from a file: its columns, and how its rows become changes. */
export interface ImportKind<Field extends string = string, Row extends PlannedRow = PlannedRow> {
  readonly kind: string;
  readonly action: StaffAction;
  /** Address of its upload page. */
  readonly path: string;
  /** Where to go afterwards, and what that page is called. */
  readonly home: { readonly href: string; readonly label: string };
  readonly title: string;
  readonly lead: string;
  /** One line for each column of the template. */
  readonly notes: readonly string[];
  readonly columns: readonly ColumnSpec<Field>[];
  readonly examples: readonly (readonly string[])[];
  readonly templateName: string;
  /** What the list would do now; one statement. */
  readonly plan: (db: Db, by: ImportActor, rows: readonly ListRow<Field>[]) => Promise<readonly Row[]>;
  /** The same under a lock that holds until the commit. */
  readonly lockedPlan: (tx: Tx, by: ImportActor, rows: readonly ListRow<Field>[]) => Promise<readonly Row[]>;
  /** Writes a plan and, last, its audit. */
  readonly write: (tx: Tx, by: ImportActor, plan: readonly Row[], source: string) => Promise<void>;
}
