/** Placeholder until the first snapshot; written by `node scripts/db-snapshot.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: replaced by the generator
export interface Tables {}
