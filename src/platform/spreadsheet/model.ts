/** A cell as text. Dates come as Excel's day numbers: what a number means is the reader's of the column to say. */
export interface Cell {
  readonly text: string;
  /** It holds a formula: nobody can see what it would become elsewhere, so it is refused row by row. */
  readonly formula: boolean;
}

export interface SheetRow {
  /** As the spreadsheet program counts: the first is 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A column that a list needs or may have, known by any of its headings, with or without accents. */
export interface ColumnSpec<Field extends string = string> {
  readonly field: Field;
  /** The first one is what we call it. */
  readonly headings: readonly [string, ...string[]];
  readonly required: boolean;
}

/** A row of a list with its cells by column; a column that the file does not have is missing. */
export interface ListRow<Field extends string = string> {
  readonly line: number;
  readonly values: Readonly<Partial<Record<Field, Cell>>>;
}

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of a cell. */
  readonly cell: number;
  /** Bytes of all parts of an xlsx file together, unpacked: a "zip bomb" is stopped here. */
  readonly unpacked: number;
}

export const SHEET_LIMITS: SheetLimits = { rows: 5000, columns: 50, cell: 1000, unpacked: 32 * 1024 * 1024 };
/** Bytes of an upload. */
export const SHEET_BYTES = 2 * 1024 * 1024;
