import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { auditPayload } from './audit.ts';

export interface ChainFault {
  readonly chain: 'unit' | 'citizen';
  readonly owner: string;
  readonly seq: number;
  readonly fault: 'gap' | 'hash' | 'payload' | 'head';
}

export interface AuditReport {
  readonly chains: number;
  readonly entries: number;
  readonly faults: ChainFault[];
}

interface Row {
  owner: string;
  seq: number;
  at: Date;
  act: string;
  actor: string;
  subject: string;
  detail_hash: string;
  payload: string;
  hash: Buffer;
}

const PAGE = 5000;

/** {@link verifyAudit} for the chain of one unit. */
export async function verifyUnitAudit(db: Db, unitId: string): Promise<AuditReport> {
  const faults: ChainFault[] = [];
  return { ...(await verifyChains(db, 'unit', 'audit', 'unit_id', faults, unitId)), faults };
}

/** Recomputes every chain from its first link and compares it with the stored hashes and heads. */
export async function verifyAudit(db: Db): Promise<AuditReport> {
  const faults: ChainFault[] = [];
  const unit = await verifyChains(db, 'unit', 'audit', 'unit_id', faults);
  const citizen = await verifyChains(db, 'citizen', 'citizen_audit', 'account_id', faults);
  return { chains: unit.chains + citizen.chains, entries: unit.entries + citizen.entries, faults };
}

async function verifyChains(
  db: Db,
  chain: ChainFault['chain'],
  table: 'audit' | 'citizen_audit',
  key: string,
  faults: ChainFault[],
  only?: string,
) {
  const heads = await sql<{ owner: string; seq: number; hash: Buffer }>`
    select ${sql.ref(key)}::text as owner, seq, hash from ${sql.table(`${table}_head`)}
    where ${only === undefined ? sql`true` : sql`${sql.ref(key)} = ${only}`}`.execute(db);
  const open = new Map(heads.rows.map((row) => [row.owner, row]));
  let entries = 0;
  let owner: string | null = null;
  let seq = 0;
  let hash: Buffer = Buffer.alloc(0);
  const close = () => {
    if (owner === null) return;
    const head = open.get(owner);
    open.delete(owner);
    // A head that is ahead means that links were cut off the end.
    if (!head || head.seq !== seq || !head.hash.equals(hash)) faults.push({ chain, owner, seq, fault: 'head' });
  };
  for await (const row of rowsOf(db, table, key, only)) {
    if (row.owner !== owner) {
      close();
      owner = row.owner;
      seq = 0;
      hash = Buffer.alloc(0);
    }
    entries += 1;
    if (row.seq !== seq + 1) faults.push({ chain, owner, seq: row.seq, fault: 'gap' });
    if (row.payload !== auditPayload({ ...row, detailHash: row.detail_hash })) {
      faults.push({ chain, owner, seq: row.seq, fault: 'payload' });
    }
    hash = createHash('sha256').update(hash).update(row.payload).digest();
    if (!hash.equals(row.hash)) faults.push({ chain, owner, seq: row.seq, fault: 'hash' });
    seq = row.seq;
    hash = row.hash;
  }
  close();
  for (const head of open.values()) faults.push({ chain, owner: head.owner, seq: head.seq, fault: 'head' });
  return { chains: heads.rows.length, entries };
}

async function* rowsOf(db: Db, table: string, key: string, only?: string): AsyncGenerator<Row> {
  let after: { owner: string; seq: number } | null = null;
  for (;;) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      select ${sql.ref(key)}::text as owner, seq, at, act, actor, subject, detail_hash, payload, hash
      from ${sql.table(`${table}_entry`)}
      where ${after ? sql`(${sql.ref(key)}::text, seq) > (${after.owner}, ${after.seq}::bigint)` : sql`true`}
        and ${only === undefined ? sql`true` : sql`${sql.ref(key)} = ${only}`}
      order by ${sql.ref(key)}::text, seq limit ${PAGE}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { owner: last.owner, seq: last.seq };
  }
}
