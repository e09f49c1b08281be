import { audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { refuse } from './problems.ts';
import { setMemberAccount } from './store-households.ts';

/** Notes that a member of a household has this account. Refusal: `member-unknown` (also when linked to another account). */
export async function linkMember(
  tx: Tx,
  ask: { unitId: string; householdId: string; memberId: string; accountId: string; actor: string; now: Date },
): Promise<Refusal | undefined> {
  if (!(await setMemberAccount(tx, ask))) return refuse('member-unknown');
  await audit(tx, {
    unitId: ask.unitId,
    act: 'household.member-linked',
    actor: ask.actor,
    subject: `household:${ask.householdId}`,
    detail: { memberId: ask.memberId, accountId: ask.accountId },
    at: ask.now,
  });
  return undefined;
}
