import type { Sure, YearlyDecision } from './model.ts';

/** A yearly decision as a row: what it decides, then the days. */
export interface DecisionRow {
  readonly topic: string;
  readonly kind: YearlyDecision['kind'];
  readonly year: number;
  readonly content: Readonly<Record<string, string | number>>;
  readonly source_ref: string;
  readonly sure: Sure;
  readonly verified_at: string | null;
  readonly note: string | null;
}

const year = (date: string): number => Number(date.slice(0, 4));

/** One topic is decided once at a time; the later revision corrects the earlier. */
export function decisionRow(decision: YearlyDecision): DecisionRow {
  const { kind, source_ref, sure, verified_at, note = null } = decision;
  const about = { kind, source_ref, sure, verified_at, note };
  switch (decision.kind) {
    case 'tet-block': {
      const { from, to } = decision;
      return {
        ...about,
        topic: `tet-block:${decision.year}`,
        year: decision.year,
        content: { year: decision.year, from, to },
      };
    }
    case 'adjacent-day': {
      const { rule, date } = decision;
      return { ...about, topic: `adjacent-day:${rule}:${year(date)}`, year: year(date), content: { rule, date } };
    }
    case 'swap': {
      const { off, work } = decision;
      return { ...about, topic: `swap:${off}`, year: year(off), content: { off, work } };
    }
    case 'make-up': {
      const { date } = decision;
      return {
        ...about,
        topic: `make-up:${decision.for}`,
        year: year(decision.for),
        content: { for: decision.for, date },
      };
    }
  }
}
