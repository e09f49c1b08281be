import { dossiersSealed } from '../../modules/dossiers/index.ts';
import { identitySealed } from '../../modules/identity/index.ts';
import type { SealedColumn } from '../../platform/files/index.ts';
import { previewsSealed } from '../../platform/import-preview/index.ts';
import { channelSealed } from '../../platform/messaging/index.ts';

/** Every column that holds sealed texts (a test compares it with the database). */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ...identitySealed,
  ...dossiersSealed,
  ...channelSealed,
  ...previewsSealed,
];
