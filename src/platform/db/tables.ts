/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { CitizenTables } from './tables-citizen.ts';
import type { ReferenceTables } from './tables-reference.ts';
import type { TenantTables } from './tables-tenant.ts';
import type { ViewTables } from './tables-view.ts';

/** Every table and view of the schema. */
export interface Tables extends TenantTables, CitizenTables, ReferenceTables, ViewTables {}
