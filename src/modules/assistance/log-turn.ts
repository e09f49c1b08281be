import { type Db, transact } from '../../platform/db/index.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { toLocal } from '../units/index.ts';
import { refuse } from './problems.ts';
import { type Recorded, recordSupportTurn } from './record-turn.ts';
import { readTurn, type TurnInput } from './rules.ts';
import { kindsOn } from './store.ts';

/** A phone's clock may be a little ahead of ours. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface LogTurn {
  readonly db: Db;
  readonly now: Date;
  readonly turnId: string;
  readonly input: TurnInput;
  /** The helper at work; the unit is the team's. */
  readonly by: { readonly unitId: string; readonly teamId: string; readonly staffId: string };
  /** When it ended, ISO 8601: a phone may send it weeks later. Null: now. */
  readonly endedAt: string | null;
}

/**
 * Logs a small turn of help to somebody who is not named: no account, no consent, nothing personal.
 * Refusals: `turn-invalid`, `ended-in-future`, `key-reused`.
 */
export async function logSupportTurn(log: LogTurn): Promise<Recorded | Refusal> {
  const { db, now, by, turnId } = log;
  const endedAt = log.endedAt === null ? now : new Date(log.endedAt);
  if (Number.isNaN(endedAt.getTime())) return refuse('turn-invalid', { fields: 'endedAt' });
  if (endedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) return refuse('ended-in-future');
  const kinds = await kindsOn(db, toLocal(endedAt).date);
  const read = readTurn(
    log.input,
    kinds.map(({ kind }) => kind),
  );
  if ('faults' in read) return refuse('turn-invalid', { fields: read.faults.join(', ') });
  const { facts } = read;
  return transact(db, async (tx) => {
    const recorded = await recordSupportTurn(tx, {
      turnId,
      facts,
      ...by,
      helperSessionId: null,
      accountId: null,
      citizenUnitId: by.unitId,
      accountOpened: false,
      dossier: null,
      startedAt: new Date(endedAt.getTime() - facts.minutes * 60_000),
      endedAt,
      givenEnd: log.endedAt,
      now,
      isDemo: false,
    });
    return isRefusal(recorded) ? recorded : { turnId: recorded.turnId, repeated: recorded.repeated };
  });
}
