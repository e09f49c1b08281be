/** `good`: nothing to do; `warn`: look soon; `bad`: act now; `fact`: only to be known. */
export type RowState = 'good' | 'warn' | 'bad' | 'fact';

/** One line of the page: how it stands, and what to do. */
export interface OperationRow {
  readonly key: string;
  readonly label: string;
  readonly state: RowState;
  /** What is found, in words. */
  readonly now: string;
  /** Empty where nothing is to be done. */
  readonly todo: string;
}
