/** One column of a DataTable. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Text of the cell; a `cell` snippet of the table may draw it instead. */
  readonly text?: (row: Row) => string | number;
  /** Right-aligned. */
  readonly numeric?: boolean;
  /** The cell that names the row (`th scope="row"`); the title of the card on a phone. */
  readonly header?: boolean;
}
