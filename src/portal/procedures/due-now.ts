import type { ProcedureDetail, Way } from '../../modules/catalogue/index.ts';
import {
  computeDue,
  dueProblem,
  isUnparsed,
  parseDuration,
  showDay,
  showTime,
  toLocal,
  type WorkCalendar,
} from '../../modules/units/index.ts';
import type { Lang } from '../../platform/problem.ts';
import type { DueNow, WayDue } from './view-model.ts';

/** What each way of filing promises when one files at this moment; ways whose wording gives no date are left out. */
export function dueNow(detail: ProcedureDetail, calendar: WorkCalendar, now: Date, lang: Lang): DueNow {
  const seen = new Set<string>();
  const ways: WayDue[] = [];
  for (const way of detail.ways) {
    const key = JSON.stringify([way.duration.text, way.lateRule, way.extension]);
    if (seen.has(key)) continue;
    seen.add(key);
    const due = reckon(way.duration.text, way.lateRule, calendar, now, lang);
    if (!due) continue;
    ways.push({ channels: channelsOf(detail.ways, key), ...due, extended: extendedDue(way, calendar, now, lang) });
  }
  return { at: instantText(now, lang), ways };
}

const channelsOf = (ways: readonly Way[], key: string) => {
  const same = ways.filter((way) => JSON.stringify([way.duration.text, way.lateRule, way.extension]) === key);
  return [...new Set(same.flatMap(({ channels }) => channels))];
};

function reckon(text: string | null, rule: '15h' | null, calendar: WorkCalendar, now: Date, lang: Lang) {
  const duration = parseDuration(text ?? '');
  if (isUnparsed(duration)) return null;
  const input = { receivedAt: now, duration, calendar, ...(rule ? { rule } : {}) };
  if (dueProblem(input)) return null;
  const { due, steps, tentative } = computeDue(input);
  return { due: instantText(due, lang), steps: steps.map(({ text: said }) => said), tentative };
}

/** Only an extension that takes the place of the duration gives a day of its own. */
function extendedDue({ extension }: Way, calendar: WorkCalendar, now: Date, lang: Lang): string | null {
  if (!extension?.total) return null;
  return reckon(extension.text, null, calendar, now, lang)?.due ?? null;
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** "17:00, thứ Tư 25/11/2026" */
export function instantText(instant: Date, lang: Lang): string {
  const { date, minutes } = toLocal(instant);
  return `${showTime(minutes)}, ${lang === 'vi' ? showDay(date) : ENGLISH_DAY.format(instant)}`;
}
