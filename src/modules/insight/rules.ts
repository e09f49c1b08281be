export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A span of local days; `to` is the day after the last one. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The week (Monday to Sunday), month, quarter or year that a day (YYYY-MM-DD) lies in. */
export function periodOf(kind: PeriodKind, date: string): Period {
  const at = new Date(`${date}T00:00:00Z`);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const quarter = month - (month % 3);
  const monday = day - ((at.getUTCDay() + 6) % 7);
  const spans: Record<PeriodKind, [string, string]> = {
    week: [iso(year, month, monday), iso(year, month, monday + 7)],
    month: [iso(year, month, 1), iso(year, month + 1, 1)],
    quarter: [iso(year, quarter, 1), iso(year, quarter + 3, 1)],
    year: [iso(year, 0, 1), iso(year + 1, 0, 1)],
  };
  const [from, to] = spans[kind];
  return { kind, from, to };
}

const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const previousPeriod = ({ kind, from }: Period): Period => periodOf(kind, shift(from, -1));
export const nextPeriod = ({ kind, to }: Period): Period => periodOf(kind, to);

/** Last day of the period. */
export const lastDay = ({ to }: Period): string => shift(to, -1);

/** Sums of turns; the same for a kind, a team and the whole. */
export interface TurnSums {
  readonly turns: number;
  readonly minutes: number;
  readonly accountsOpened: number;
  readonly withDossier: number;
  readonly solved: number;
}

/** What the store counts: one row for each kind and team. */
export interface TurnCell extends TurnSums {
  readonly kind: string;
  readonly kindVi: string;
  readonly kindEn: string;
  readonly teamId: string;
  readonly teamName: string;
}

export interface NamedSums extends TurnSums {
  readonly key: string;
  readonly name: string;
}

export interface TurnFigures {
  readonly total: TurnSums;
  /** Most first. */
  readonly byKind: readonly NamedSums[];
  readonly byTeam: readonly NamedSums[];
}

const NOTHING: TurnSums = { turns: 0, minutes: 0, accountsOpened: 0, withDossier: 0, solved: 0 };

const add = (a: TurnSums, b: TurnSums): TurnSums => ({
  turns: a.turns + b.turns,
  minutes: a.minutes + b.minutes,
  accountsOpened: a.accountsOpened + b.accountsOpened,
  withDossier: a.withDossier + b.withDossier,
  solved: a.solved + b.solved,
});

function groupBy(cells: readonly TurnCell[], keyOf: (cell: TurnCell) => [string, string]): NamedSums[] {
  const groups = new Map<string, NamedSums>();
  for (const cell of cells) {
    const [key, name] = keyOf(cell);
    groups.set(key, { key, name, ...add(groups.get(key) ?? NOTHING, cell) });
  }
  return [...groups.values()].sort((a, b) => b.turns - a.turns || a.name.localeCompare(b.name, 'vi'));
}

/** Rolls the counted cells up; every dimension sums to the same total. */
export const figuresOf = (cells: readonly TurnCell[], lang: 'vi' | 'en' = 'vi'): TurnFigures => ({
  total: cells.reduce(add, NOTHING),
  byKind: groupBy(cells, (cell) => [cell.kind, lang === 'en' ? cell.kindEn : cell.kindVi]),
  byTeam: groupBy(cells, (cell) => [cell.teamId, cell.teamName]),
});
