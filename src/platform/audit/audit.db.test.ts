import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../db/index.ts';
import { newId } from '../ids.ts';
import { audit, auditCitizen, verifyAudit } from './index.ts';

const { db, as } = await testDatabase();
const at = new Date('2026-11-24T03:00:00Z');
const act = (unitId: string, n: number) => ({
  unitId,
  act: 'test.done',
  actor: 'system',
  subject: `test:${n}`,
  detail: { n },
  at,
});

describe('audit chain', () => {
  it('links concurrent acts of one unit without a gap and verifies clean', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => transact(db, (tx) => audit(tx, act(n % 2 ? 'u1' : 'u2', n)))),
    );
    await transact(db, (tx) => auditCitizen(tx, { ...act('', 1), accountId: newId() }));
    expect(await verifyAudit(db)).toEqual({ chains: 3, entries: 21, faults: [] });
  });

  it('refuses changes and deletions by the application’s role', async () => {
    await expect(sql`update audit_entry set act = 'x'`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from audit_entry`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from citizen_audit_entry`.execute(db)).rejects.toThrow(/permission denied/);
  });

  it('finds an altered act, a removed act and a cut-off end', async () => {
    const owner = as(null).db;
    await sql`update audit_entry set actor = 'someone', payload = payload || 'x' where unit_id = 'u1' and seq = 3`.execute(
      owner,
    );
    await sql`delete from audit_entry where unit_id = 'u2' and seq = 10`.execute(owner);
    const { faults } = await verifyAudit(db);
    expect(faults).toContainEqual({ chain: 'unit', owner: 'u1', seq: 3, fault: 'hash' });
    expect(faults).toContainEqual({ chain: 'unit', owner: 'u1', seq: 3, fault: 'payload' });
    expect(faults).toContainEqual({ chain: 'unit', owner: 'u2', seq: 9, fault: 'head' });
  });
});
