import type { Lang } from '../../platform/problem.ts';

/** Opening blocks by weekday (0 = Sunday), in minutes since midnight. */
export type WeekBlocks = Readonly<Record<number, readonly (readonly [number, number])[]>>;

const DAYS: Record<Lang, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
/** As people read a week: from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

const time = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** "thứ Hai đến thứ Sáu: 7:30–11:30, 13:00–17:00"; days with equal hours in a row are told together. */
export function openingLines(blocks: WeekBlocks, lang: Lang): string[] {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const day of WEEK) {
    const hours = (blocks[day] ?? []).map(([from, to]) => `${time(from)}–${time(to)}`).join(', ');
    const run = runs.at(-1);
    if (run && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const name = (day: number) => DAYS[lang][day] ?? '';
  const to = lang === 'vi' ? 'đến' : 'to';
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      const days = first === last ? name(first) : `${name(first)} ${to} ${name(last)}`;
      return `${days.charAt(0).toLocaleUpperCase('vi')}${days.slice(1)}: ${hours}`;
    });
}
