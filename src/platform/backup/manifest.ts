import { createHmac, timingSafeEqual } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { deriveKey, type KeyRing } from '../files/index.ts';
import type { Manifest } from './model.ts';
import { FORMAT, KIND } from './model.ts';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** Table and column names go into COPY statements: nothing but plain names gets through. */
const Identifier = Type.String({ pattern: '^[a-z_][a-z0-9_]{0,62}$' });
const Count = Type.Integer({ minimum: 0 });

const Schema = Type.Object({
  kind: Type.Literal(KIND),
  format: Type.Integer({ minimum: 1 }),
  createdAt: Type.String(),
  installationId: Type.String(),
  keyIds: Type.Array(Type.String({ pattern: '^[0-9a-f]{16}$' })),
  postgres: Type.String(),
  migrations: Type.Array(Type.Object({ number: Count, name: Type.String(), sha256: Sha256 })),
  tables: Type.Array(
    Type.Object({
      name: Identifier,
      columns: Type.Array(Identifier),
      rows: Count,
      bytes: Count,
      sha256: Sha256,
      parts: Count,
    }),
  ),
  leftOut: Type.Array(Identifier),
  files: Type.Object({ count: Count, bytes: Count, missing: Type.Array(Type.String()) }),
});

/** null = not a manifest; a newer format is answered by its number alone, since its shape is unknown here. */
export function parseManifest(text: string): Manifest | { readonly newerFormat: number } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { kind, format } = (value ?? {}) as { kind?: unknown; format?: unknown };
  if (kind === KIND && typeof format === 'number' && format > FORMAT) return { newerFormat: format };
  return Value.Check(Schema, value) ? (value satisfies Static<typeof Schema>) : null;
}

const PURPOSE = 'baccau-backup-v1';

/**
 * The list of hashes, sealed with the installation's key: hashes alone would not show that somebody with access to the
 * backups changed a member and its hash, for example the password of an administrator.
 */
export const sealOf = (keys: KeyRing, sums: Uint8Array): string =>
  `${keys.current.id} ${hmac(keys, keys.current.id, sums)?.toString('hex')}\n`;

function hmac(keys: KeyRing, id: string, sums: Uint8Array): Buffer | null {
  const key = keys.byId(id);
  return key ? createHmac('sha256', deriveKey(key, PURPOSE)).update(sums).digest() : null;
}

export type SealCheck = { readonly ok: true } | { readonly ok: false; readonly keyId: string; readonly known: boolean };

export function checkSeal(keys: KeyRing, seal: string, sums: Uint8Array): SealCheck {
  const [, keyId = '', given = ''] = /^([0-9a-f]{16}) ([0-9a-f]{64})\n$/.exec(seal) ?? [];
  const expected = hmac(keys, keyId, sums);
  if (!expected) return { ok: false, keyId, known: false };
  return timingSafeEqual(expected, Buffer.from(given, 'hex')) ? { ok: true } : { ok: false, keyId, known: true };
}
