import { sql } from 'kysely';
import type { Db } from '../platform/db/index.ts';

/** What an installation is for; the demo and real people never mix. */
export type InstallationMode = 'unset' | 'demo' | 'real';

export interface Installation {
  readonly mode: InstallationMode;
  readonly homeUnitId: string | null;
  readonly keyId: string | null;
  readonly demoSeeded: boolean;
  /** Somebody real has an account or works here. */
  readonly inUse: boolean;
}

export async function readInstallation(db: Db): Promise<Installation> {
  const { rows } = await sql<Installation>`
    select mode, home_unit_id as "homeUnitId", key_id as "keyId", demo_seeded_at is not null as "demoSeeded",
      exists (select from account where not is_demo) or exists (select from staff where not is_demo)
        or exists (select from staff_invitation) as "inUse"
    from installation`.execute(db);
  if (!rows[0]) throw new Error('The table installation has no row');
  return rows[0];
}

export async function setInstallationMode(db: Db, mode: InstallationMode): Promise<void> {
  await sql`update installation set mode = ${mode}`.execute(db);
}
