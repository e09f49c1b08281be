import type { Db } from '../../platform/db/index.ts';
import { transact } from '../../platform/db/index.ts';
import { keyRing, randomKey } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SmsChannel } from '../../platform/messaging/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { createStaff, type NewStaff } from './manage-staff.ts';
import type { Role } from './model.ts';

/** Support for database tests of this module and of those above it. */
export const testKeys = keyRing(randomKey());

export const FROM = { address: '192.0.2.1', userAgent: 'test' };

export interface SentSms {
  readonly to: string;
  readonly text: string;
}

export function fakeSms(): SmsChannel & { sent: SentSms[]; lastCode(): string } {
  const sent: SentSms[] = [];
  return {
    sent,
    sendSms: async (to, text) => void sent.push({ to, text }),
    lastCode: () => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '',
  };
}

/** Another code than this one. */
export const wrongCode = (code: string): string => (code === '000000' ? '111111' : '000000');

export async function insertTestUnit(db: Db, unitId: string, name: string): Promise<void> {
  await db.insertInto('unit').values({ unit_id: unitId, kind: 'commune' }).execute();
  await db
    .insertInto('unit_version')
    .values({
      unit_id: unitId,
      valid_from: '2025-07-01',
      valid_to: null,
      code: unitId.slice(-5),
      name,
      search_name: name,
      source_ref: 'test',
    })
    .execute();
}

export async function insertTestNeighbourhood(db: Db, unitId: string): Promise<string> {
  const neighbourhoodId = newId();
  await db
    .insertInto('neighbourhood')
    .values({ unit_id: unitId, neighbourhood_id: neighbourhoodId, valid_from: '2025-07-01' })
    .execute();
  return neighbourhoodId;
}

export const PASSWORD = 'một câu dễ nhớ';

/** A member of staff with one role at a unit from 2026 on. */
export async function insertTestStaff(
  db: Db,
  login: string,
  roles: readonly { unitId: string; role: Role; validFrom?: string; validTo?: string }[],
  more: Partial<NewStaff> = {},
): Promise<{ staffId: string; totpSecret: string }> {
  const staff = await transact(db, (tx) =>
    createStaff(tx, {
      keys: testKeys,
      now: new Date('2026-01-01T00:00:00Z'),
      actor: 'system',
      login,
      fullName: `Người thử ${login}`,
      password: PASSWORD,
      roles: roles.map((role) => ({ validFrom: '2026-01-01', validTo: null, ...role })),
      ...more,
    }),
  );
  if (isRefusal(staff)) throw new Error(staff.refused);
  return staff;
}
