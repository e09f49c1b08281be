import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { NewHousehold } from './households-model.ts';
import { linkMember } from './link-member.ts';
import { findHousehold, insertHouseholds, listHouseholds } from './store-households.ts';
import { insertTestNeighbourhood, insertTestUnit } from './testing.ts';

const { db, statements } = await testDatabase();
const now = new Date('2026-11-24T01:00:00Z');
await insertTestUnit(db, 'unit-a', 'Phường Thử');
const neighbourhoodId = await insertTestNeighbourhood(db, 'unit-a');

const household = (n: number): NewHousehold => ({
  unitId: 'unit-a',
  householdId: newId(),
  neighbourhoodId,
  address: `${String(n).padStart(4, '0')} đường Thử`,
  phone: null,
  isDemo: true,
  members: [
    { memberId: newId(), fullName: 'Người con', birthYear: 2001, sex: 'nu' },
    { memberId: newId(), fullName: 'Người chủ hộ', birthYear: 1970, sex: 'nam', isHead: true },
  ],
});

it('loads 1,200 households in six statements and reads a page of them in one', async () => {
  const before = statements.count;
  await transact(db, (tx) =>
    insertHouseholds(
      tx,
      Array.from({ length: 1200 }, (_, n) => household(n)),
      now,
    ),
  );
  expect(statements.count - before).toBeLessThanOrEqual(8);
  const read = statements.count;
  const page = await listHouseholds(db, { unitId: 'unit-a', neighbourhoodId, limit: 20 });
  expect(statements.count - read).toBe(1);
  expect(page).toHaveLength(20);
  expect(page[0]).toMatchObject({ address: '0000 đường Thử', members: [{ isHead: true }, { birthYear: 2001 }] });
  const last = page.at(-1);
  if (!last) throw new Error('no page');
  const next = await listHouseholds(db, { unitId: 'unit-a', neighbourhoodId, limit: 1, after: last });
  expect(next[0]?.address).toBe('0020 đường Thử');
});

it('links a member to one account and not to a second', async () => {
  const one = household(9000);
  await transact(db, (tx) => insertHouseholds(tx, [one], now));
  const memberId = one.members[0]?.memberId ?? '';
  const link = (accountId: string, unitId = 'unit-a') =>
    transact(db, (tx) =>
      linkMember(tx, { unitId, householdId: one.householdId, memberId, accountId, actor: 'system', now }),
    );
  const accountId = newId();
  expect(await link(accountId)).toBeUndefined();
  expect(await link(accountId)).toBeUndefined();
  expect(await link(newId())).toMatchObject({ refused: 'identity.member-unknown' });
  expect(await link(accountId, 'unit-b')).toMatchObject({ refused: 'identity.member-unknown' });
  const found = await findHousehold(db, 'unit-a', one.householdId);
  expect(found?.members.find((member) => member.memberId === memberId)?.accountId).toBe(accountId);
});
