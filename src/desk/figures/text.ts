import { lastDay, type Period, type PeriodKind } from '../../modules/insight/rules.ts';

export const PERIOD_LABELS: Readonly<Record<PeriodKind, string>> = {
  week: 'Tuần',
  month: 'Tháng',
  quarter: 'Quý',
  year: 'Năm',
};

const show = (date: string): string => date.split('-').reverse().join('/');

/** "Tháng 11/2026", "Quý 4 năm 2026", "Tuần từ 23/11/2026 đến 29/11/2026". */
export function periodText(period: Period): string {
  const [year = '', month = ''] = period.from.split('-');
  const texts: Record<PeriodKind, string> = {
    week: `Tuần từ ${show(period.from)} đến ${show(lastDay(period))}`,
    month: `Tháng ${Number(month)}/${year}`,
    quarter: `Quý ${Math.ceil(Number(month) / 3)} năm ${year}`,
    year: `Năm ${year}`,
  };
  return texts[period.kind];
}

/** 95 → "1 giờ 35 phút". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours.toLocaleString('vi-VN')} giờ` : `${hours.toLocaleString('vi-VN')} giờ ${rest} phút`;
}
