import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { parseLocalDate, wholePredecessors } from '../units/index.ts';
import { refuse } from './problems.ts';
import { figuresOf, lastDay, type Period, type PeriodKind, periodOf, type TurnFigures } from './rules.ts';
import { countTurns } from './store.ts';

export interface FiguresAsk {
  readonly unitId: string;
  readonly kind: PeriodKind;
  /** A day in the period, YYYY-MM-DD. */
  readonly date: string;
  /**
   * `historical` (giữ theo thời điểm): each unit's figures under its own name. `successor` (cộng về đơn vị kế thừa): those
   * of units that came wholly into this one are added to it; a unit that was split cannot be divided afterwards.
   */
  readonly rollUp?: RollUp;
  /** Day by which successors are told, YYYY-MM-DD; the period's last day where it is missing. */
  readonly asOf?: string;
  readonly lang?: 'vi' | 'en';
}

export const ROLL_UPS = ['historical', 'successor'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** Support turns of a unit's teams in the period that a day lies in; at most two statements. Refusal: `no-such-day`. */
export async function turnFigures(
  db: Db,
  { unitId, kind, date, rollUp = 'historical', asOf, lang }: FiguresAsk,
): Promise<{ period: Period; figures: TurnFigures; predecessors: number } | Refusal> {
  const day = parseLocalDate(date);
  if (!day) return refuse('no-such-day', { date });
  if (asOf && !parseLocalDate(asOf)) return refuse('no-such-day', { date: asOf });
  const period = periodOf(kind, day);
  const earlier = rollUp === 'successor' ? await wholePredecessors(db, unitId, asOf ?? lastDay(period)) : [];
  const cells = await countTurns(db, [unitId, ...earlier], period);
  return { period, figures: figuresOf(cells, lang), predecessors: earlier.length };
}
