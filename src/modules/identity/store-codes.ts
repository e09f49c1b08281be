import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import { CODE_ATTEMPTS, type CodePurpose } from './codes-rules.ts';

export interface CodeRow {
  readonly phone: string;
  readonly purpose: CodePurpose;
  readonly actHash: string | null;
  readonly codeHash: Buffer;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly attempts: number;
}

export async function insertCode(
  db: Db,
  code: Omit<CodeRow, 'usedAt' | 'attempts'> & { codeId: string; createdAt: Date },
): Promise<void> {
  await db
    .insertInto('one_time_code')
    .values({
      code_id: code.codeId,
      phone: code.phone,
      purpose: code.purpose,
      act_hash: code.actHash,
      code_hash: code.codeHash,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute();
}

/**
 * Counts one attempt and returns the code; undefined = unknown or no attempts left.
 * One statement that commits on its own: the row lock makes a sixth comparison impossible, also in parallel.
 */
export async function countAttempt(db: Db, codeId: string): Promise<CodeRow | undefined> {
  const { rows } = await sql<CodeRow>`
    update one_time_code set attempts = attempts + 1
    where code_id = ${codeId} and attempts < ${CODE_ATTEMPTS}
    returning phone, purpose, act_hash as "actHash", code_hash as "codeHash", expires_at as "expiresAt",
      used_at as "usedAt", attempts`.execute(db);
  return rows[0];
}

/** True for exactly one caller. */
export async function markCodeUsed(tx: Tx, codeId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('one_time_code')
    .set({ used_at: now })
    .where('code_id', '=', codeId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function codeDestination(db: Db, codeId: string) {
  return db.selectFrom('one_time_code').select(['phone', 'purpose']).where('code_id', '=', codeId).executeTakeFirst();
}
