import type { PeriodKind } from '../../modules/insight/rules.ts';

export const FIGURES = '/desk/so-lieu';

export const PERIOD_SLUGS: Readonly<Record<PeriodKind, string>> = {
  week: 'tuan',
  month: 'thang',
  quarter: 'quy',
  year: 'nam',
};

/** Figures of the period that a day (YYYY-MM-DD) lies in. */
export const figuresPath = (kind: PeriodKind, date: string, withEarlier = false): string =>
  `${FIGURES}?${new URLSearchParams({ ky: PERIOD_SLUGS[kind], ngay: date, ...(withEarlier && { gop: WITH_EARLIER }) })}`;

/** Adds the figures of the units that came wholly into this one. */
export const WITH_EARLIER = 'ke-thua';
