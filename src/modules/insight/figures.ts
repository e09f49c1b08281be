import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { parseLocalDate } from '../units/index.ts';
import { refuse } from './problems.ts';
import { figuresOf, type Period, type PeriodKind, periodOf, type TurnFigures } from './rules.ts';
import { countTurns } from './store.ts';

export interface FiguresAsk {
  readonly unitId: string;
  readonly kind: PeriodKind;
  /** A day in the period, YYYY-MM-DD. */
  readonly date: string;
  readonly lang?: 'vi' | 'en';
}

/** Support turns of a unit's teams in the period that a day lies in. Refusal: `no-such-day`. */
export async function turnFigures(
  db: Db,
  { unitId, kind, date, lang }: FiguresAsk,
): Promise<{ period: Period; figures: TurnFigures } | Refusal> {
  const day = parseLocalDate(date);
  if (!day) return refuse('no-such-day', { date });
  const period = periodOf(kind, day);
  return { period, figures: figuresOf(await countTurns(db, unitId, period), lang) };
}
