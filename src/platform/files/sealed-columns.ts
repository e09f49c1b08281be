/**
 * A column that holds sealed texts, as its owner declares it: a change of the key seals every one anew. A test finds
 * columns named `…_sealed` that nobody declared.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The primary key, its owner first. */
  readonly key: readonly string[];
  /** What a row's text is bound to; the same words as where it is sealed. */
  readonly context: (key: readonly string[]) => string;
}
