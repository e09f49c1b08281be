import type { OfferHistory, OfferRow } from '../../../modules/catalogue/index.ts';
import { localDate, showDate } from '../../../modules/units/index.ts';
import { adminProcedurePath } from './paths.ts';
import { ROUTE_LABELS } from './text.ts';

export type Which = 'offered' | 'guided' | 'commune';

export const WHICH: Readonly<Record<string, Which>> = {
  'dang-nhan': 'offered',
  'huong-dan': 'guided',
  'cap-xa': 'commune',
};

export interface ProcedureLine {
  readonly code: string;
  readonly href: string;
  readonly name: string;
  readonly offered: boolean;
  /** Since when, and what comes next. */
  readonly when: string;
  readonly route: string;
  /** The general route was never compared with its source. */
  readonly toCheck: boolean;
}

const show = (date: string): string => showDate(localDate(date));

export function procedureLine(row: OfferRow): ProcedureLine {
  const next = row.next ? `${row.next.offered ? 'Nhận' : 'Thôi nhận'} từ ngày ${show(row.next.from)}` : '';
  const since = row.since ? `${row.offered ? 'Từ' : 'Thôi nhận từ'} ngày ${show(row.since)}` : '';
  return {
    code: row.code,
    href: adminProcedurePath(row.code),
    name: row.name,
    offered: row.offered,
    when: [since, next].filter(Boolean).join('. '),
    route: row.route ? ROUTE_LABELS[row.route] : 'Chưa đặt nơi nộp',
    toCheck: row.routeSure === 'm',
  };
}

export interface HistoryLine {
  readonly key: string;
  readonly from: string;
  readonly what: string;
  readonly source: string;
}

export function historyLines(history: readonly OfferHistory[]): HistoryLine[] {
  return history.map(({ from, what, route, sourceRef }, at) => {
    const label = Object.entries(ROUTE_LABELS).find(([key]) => key === route)?.[1] ?? '';
    const words = what === 'route' ? `Nơi nộp: ${label}` : what === 'offered' ? 'Nhận thủ tục' : 'Thôi nhận';
    return { key: String(at), from: show(from), what: words, source: sourceRef };
  });
}
