import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { Acting } from './acting.ts';
import type { Acted } from './commit-act.ts';
import { handOver } from './officer-acts.ts';
import { refuse } from './problems.ts';

/** 9 → 10 by the citizen's own word: "Tôi đã nhận kết quả". A helper cannot say it for them. */
export function confirmReceipt(input: {
  db: Db;
  now: Date;
  acting: Acting;
  unitId: string;
  dossierId: string;
  version: number;
}): Promise<Acted | Refusal> {
  const { acting, ...on } = input;
  if (acting.helper) return Promise.resolve(refuse('only-the-citizen'));
  const { accountId, actor } = acting;
  return handOver({ ...on, accountId, actor, receiver: actor.name || accountId, method: 'online' });
}
