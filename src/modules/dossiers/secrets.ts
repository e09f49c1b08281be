import { createHash } from 'node:crypto';
import { type KeyRing, type SealedColumn, seal, unseal } from '../../platform/files/index.ts';

/** Characters of a tracking secret: 40 bits, read out over the phone without trouble. */
export const SECRET_LENGTH = 8;

/** Only the hash is looked up. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(`tracking\n${secret}`).digest();

/** What a sealed tracking secret is bound to: it opens for its own dossier only. */
const context = (unitId: string, dossierId: string): string => `dossier-secret:${unitId}/${dossierId}`;

export const sealSecret = (keys: KeyRing, unitId: string, dossierId: string, secret: string): string =>
  seal(keys, context(unitId, dossierId), secret);

/** The tracking secret in plain, for the owner's receipt. */
export const openSecret = (
  keys: KeyRing,
  dossier: { readonly unitId: string; readonly dossierId: string; readonly secretSealed: string },
): string => unseal(keys, context(dossier.unitId, dossier.dossierId), dossier.secretSealed);

/** What a change of the key has to seal anew. */
export const dossiersSealed: readonly SealedColumn[] = [
  {
    table: 'dossier',
    column: 'secret_sealed',
    key: ['unit_id', 'dossier_id'],
    context: ([unitId = '', dossierId = '']) => context(unitId, dossierId),
  },
];
