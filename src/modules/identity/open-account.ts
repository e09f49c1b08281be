import { auditCitizen } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SpentCode } from './codes.ts';
import { accountIdOfPhone, insertAccountForPhone } from './store-accounts.ts';

export interface OpenAccount {
  /** Proof that the owner of the phone wants this: a code spent in this transaction. */
  readonly code: SpentCode;
  /** `citizen` alone, or with a helper. */
  readonly by: 'citizen' | { readonly helper: string };
  readonly homeUnitId: string | null;
  readonly now: Date;
}

/**
 * The account of a proven phone; opened now when the phone has none. Race-safe: two parallel first sign-ins
 * end in one account. Audits the opening in the new account's own chain, where nobody can be waiting.
 */
export async function openAccountFor(tx: Tx, ask: OpenAccount): Promise<{ accountId: string; openedNow: boolean }> {
  const { code, by, homeUnitId, now } = ask;
  const known = await accountIdOfPhone(tx, code.phone);
  if (known) return { accountId: known, openedNow: false };
  const accountId = newId();
  const createdBy = by === 'citizen' ? 'citizen' : `helper:${by.helper}`;
  if (!(await insertAccountForPhone(tx, { accountId, phone: code.phone, createdBy, homeUnitId, now }))) {
    const winner = await accountIdOfPhone(tx, code.phone);
    if (!winner) throw new Error('A phone was claimed but has no account');
    return { accountId: winner, openedNow: false };
  }
  await auditCitizen(tx, {
    accountId,
    act: 'account.opened',
    actor: by === 'citizen' ? `citizen:${accountId}` : `staff:${by.helper}`,
    subject: `account:${accountId}`,
    detail: { codeId: code.codeId },
    at: now,
  });
  return { accountId, openedNow: true };
}
