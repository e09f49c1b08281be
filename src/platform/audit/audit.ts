import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

interface AuditBase {
  /** Noun and verb, e.g. `dossier.received`. */
  readonly act: string;
  /** Who: `staff:<id>`, `citizen:<id>`, `helper:<staff id>/<consent id>` or `system`. Never a name. */
  readonly actor: string;
  /** On what: `<noun>:<id>`. */
  readonly subject: string;
  /** What was done in detail; only its hash is kept, so that erasing the row elsewhere cannot break the chain. */
  readonly detail?: unknown;
  readonly at: Date;
}

export type AuditAct = AuditBase & { readonly unitId: string };
export type CitizenAuditAct = AuditBase & { readonly accountId: string };

export const detailHash = (detail: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(detail ?? null))
    .digest('hex');

/** The text that a link hashes. Its form is fixed for ever: changing it would break every chain. */
export const auditPayload = (entry: AuditBase & { detailHash: string }): string =>
  [entry.at.toISOString(), entry.act, entry.actor, entry.subject, entry.detailHash].join('\n');

/** Links an act into its unit's chain. Call it last in a transaction: it locks the chain's head until the commit. */
export const audit = (tx: Tx, act: AuditAct): Promise<void> => append(tx, 'audit', 'unit_id', act.unitId, act);

/** Links a citizen-keyed act into the account's own chain. */
export const auditCitizen = (tx: Tx, act: CitizenAuditAct): Promise<void> =>
  append(tx, 'citizen_audit', 'account_id', act.accountId, act);

async function append(tx: Tx, chain: 'audit' | 'citizen_audit', key: string, owner: string, act: AuditBase) {
  const hashed = detailHash(act.detail);
  const payload = auditPayload({ ...act, detailHash: hashed });
  const link = sql`${payload}::text`;
  await sql`
    with head as (
      insert into ${sql.table(`${chain}_head`)} as h (${sql.ref(key)}, seq, hash)
      values (${owner}, 1, sha256(convert_to(${link}, 'UTF8')))
      on conflict (${sql.ref(key)}) do update
        set seq = h.seq + 1, hash = sha256(h.hash || convert_to(${link}, 'UTF8'))
      returning seq, hash)
    insert into ${sql.table(`${chain}_entry`)} (${sql.ref(key)}, seq, at, act, actor, subject, detail_hash, payload, hash)
    select ${owner}, seq, ${act.at}, ${act.act}, ${act.actor}, ${act.subject}, ${hashed}, ${link}, hash from head
  `.execute(tx);
}
