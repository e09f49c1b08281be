/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { AssistanceTables } from './tables-assistance.ts';
import type { CatalogueTables } from './tables-catalogue.ts';
import type { DossiersTables } from './tables-dossiers.ts';
import type { IdentityTables } from './tables-identity.ts';
import type { MandatesTables } from './tables-mandates.ts';
import type { PapersTables } from './tables-papers.ts';
import type { PlatformTables } from './tables-platform.ts';
import type { TeamsTables } from './tables-teams.ts';
import type { UnitsTables } from './tables-units.ts';

/** Every table and view of the schema. */
export interface Tables
  extends AssistanceTables,
    CatalogueTables,
    DossiersTables,
    IdentityTables,
    MandatesTables,
    PapersTables,
    PlatformTables,
    TeamsTables,
    UnitsTables {}
