import { at, nameOfDayOff, type Pause, type Reckoned, SHIFT_WORDS, span } from './due-steps.ts';
import { durationText } from './duration.ts';
import { addDays, showDay, toLocal } from './local-date.ts';
import { isWorkingDay } from './work-calendar.ts';

/** "Tết Nguyên đán (5 ngày), Nghỉ bù …, 4 ngày nghỉ hằng tuần": what the count passes over, each name once. */
function passedOver({ calendar, start, moment }: Reckoned): string {
  const named = new Map<string, number>();
  let weekends = 0;
  for (let date = addDays(start.date, 1); date <= moment.date; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) continue;
    if (!calendar.days[date]) weekends++;
    else {
      const name = nameOfDayOff(calendar, date);
      named.set(name, (named.get(name) ?? 0) + 1);
    }
  }
  const parts = [...named].map(([name, count]) => (count === 1 ? name : `${name} (${count} ngày)`));
  if (weekends > 0) parts.push(`${weekends} ngày nghỉ hằng tuần`);
  return parts.length > 0 ? `, không tính ${parts.join(', ')}` : '';
}

function begun({ calendar, receivedAt, start }: Reckoned): string {
  const local = toLocal(receivedAt);
  if (start.shift === 'none') return `Nhận lúc ${at(local)}`;
  const why = start.shift === 'day-off' ? ` (${nameOfDayOff(calendar, local.date)})` : '';
  return `Nhận lúc ${at(local)}, ${SHIFT_WORDS[start.shift].toLowerCase()}${why} nên tính từ ${at(start)}`;
}

function counted(reckoned: Reckoned): string {
  const { calendar, duration, start, nominal, moment } = reckoned;
  switch (duration.unit) {
    case 'working-day':
      return `thời hạn ${durationText(duration)} kể từ ${showDay(addDays(start.date, 1))}${passedOver(reckoned)}`;
    case 'working-minute':
      return `thời hạn ${durationText(duration)}${passedOver(reckoned)}`;
    case 'day':
    case 'month': {
      const count = `thời hạn ${durationText(duration)} kể từ ${showDay(addDays(start.date, 1))}`;
      if (nominal === moment.date) return count;
      return `${count}, ngày cuối ${showDay(nominal)} là ngày nghỉ (${nameOfDayOff(calendar, nominal)})`;
    }
    case 'same-day':
      if (moment.date === start.date) return 'trả kết quả trong ngày làm việc';
      return `nhận sau 15:00 nên trả vào ngày làm việc kế tiếp${passedOver(reckoned)}`;
  }
}

const ending = (tentative: boolean): string => (tentative ? ' (tạm tính, lịch nghỉ của năm chưa có quyết định).' : '.');

/** The whole count in one sentence, for a page that has no room for the steps. */
export const dueSentence = (reckoned: Reckoned, tentative: boolean): string =>
  `${begun(reckoned)}, ${counted(reckoned)}, nên hẹn trả lúc ${at(reckoned.moment)}${ending(tentative)}`;

/** A pause in one sentence. */
export function pauseSentence({ due, requestedAt, resumedAt, next }: Pause, tentative: boolean): string {
  const waited = span(resumedAt.getTime() - requestedAt.getTime());
  const asked = `yêu cầu bổ sung lúc ${at(toLocal(requestedAt))}, nhận đủ lúc ${at(toLocal(resumedAt))}`;
  const moved = `hẹn cũ ${at(toLocal(due))} lùi ${waited} chờ bổ sung`;
  return `Vì ${asked}, ${moved}, nên hẹn trả lúc ${at(toLocal(next))}${ending(tentative)}`;
}
