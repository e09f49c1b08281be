/** Insight: figures over the published views `v_*`; nobody imports it but doors. The only way in. */
export { insightApi } from './api.ts';
export { type FiguresAsk, turnFigures } from './figures.ts';
export {
  lastDay,
  type NamedSums,
  nextPeriod,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  previousPeriod,
  type TurnFigures,
  type TurnSums,
} from './rules.ts';
