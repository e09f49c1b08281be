import { showDate, showTime, toLocal } from '../../modules/units/index.ts';
import type { Lang } from '../../platform/problem.ts';

const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** "thứ Ba 03/11/2026" in Viet Nam. */
export function dayText(at: Date | string, lang: Lang): string {
  const { date } = toLocal(new Date(at));
  return `${WEEKDAYS[lang][new Date(`${date}T00:00:00Z`).getUTCDay()]} ${showDate(date)}`;
}

/** "10:00, thứ Ba 03/11/2026" in Viet Nam. */
export function momentText(at: Date | string, lang: Lang): string {
  return `${showTime(toLocal(new Date(at)).minutes)}, ${dayText(at, lang)}`;
}
