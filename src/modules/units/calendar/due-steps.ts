import { type Duration, durationText } from './duration.ts';
import { addDays, type LocalDate, showDay, showTime, toLocal } from './local-date.ts';
import type { CalendarDay, WorkCalendar } from './model.ts';
import { isWorkingDay } from './work-calendar.ts';
import type { Shift, WorkMoment } from './working-time.ts';

/** One sentence of the explanation, about one day. */
export interface DueStep {
  readonly date: LocalDate;
  readonly text: string;
}

/** A due date with everything that led to it. */
export interface Reckoned {
  readonly calendar: WorkCalendar;
  readonly receivedAt: Date;
  readonly duration: Duration;
  readonly rule: string;
  readonly asked15h: boolean;
  readonly start: WorkMoment & { readonly shift: Shift };
  readonly nominal: LocalDate;
  readonly moment: WorkMoment;
}

export const SHIFT_WORDS: Readonly<Record<Exclude<Shift, 'none'>, string>> = {
  'before-opening': 'Trước giờ mở cửa',
  lunch: 'Trong giờ nghỉ trưa',
  'after-closing': 'Sau giờ làm việc',
  'day-off': 'Vào ngày nghỉ',
};

export const at = (moment: WorkMoment): string => `${showTime(moment.minutes)} ${showDay(moment.date)}`;
const said = (day: CalendarDay): string => (day.sure === 'm' ? `${day.name} (cần đối chiếu)` : day.name);
export const nameOfDayOff = (calendar: WorkCalendar, date: LocalDate): string => {
  const special = calendar.days[date];
  return special ? said(special) : 'ngày nghỉ hằng tuần';
};

function arrival({ calendar, receivedAt, start }: Reckoned): DueStep[] {
  const local = toLocal(receivedAt);
  const steps = [{ date: local.date, text: `Tiếp nhận lúc ${at(local)}.` }];
  if (start.shift === 'none') return steps;
  const why = start.shift === 'day-off' ? ` (${nameOfDayOff(calendar, local.date)})` : '';
  steps.push({ date: start.date, text: `${SHIFT_WORDS[start.shift]}${why} nên tính từ ${at(start)}.` });
  return steps;
}

/** Named days between the start and the end, each with its reason; plain weekends only as a count. */
function between({ calendar, start, moment }: Reckoned): DueStep[] {
  const steps: DueStep[] = [];
  let weekends = 0;
  for (let date = addDays(start.date, 1); date <= moment.date; date = addDays(date, 1)) {
    const special = calendar.days[date];
    if (special?.kind === 'swapped-working-saturday')
      steps.push({ date, text: `Có tính ${showDay(date)}: ${said(special)}.` });
    else if (special) steps.push({ date, text: `Không tính ${showDay(date)}: ${said(special)}.` });
    else if (!isWorkingDay(calendar, date)) weekends++;
  }
  if (weekends > 0) steps.push({ date: moment.date, text: `Không tính ${weekends} ngày nghỉ hằng tuần.` });
  return steps;
}

const COUNT_FROM = 'Bộ luật Dân sự 2015, Điều 147';
const LAST_DAY_OFF = 'Bộ luật Dân sự 2015, Điều 148';
const RULE_15H = 'Nghị định 23/2015/NĐ-CP, Điều 7';

function counting(reckoned: Reckoned): DueStep[] {
  const { calendar, duration, start, nominal, moment, rule } = reckoned;
  const next = addDays(start.date, 1);
  const firstDay = { date: next, text: `Bắt đầu tính từ ngày kế tiếp, ${showDay(next)} (${COUNT_FROM}).` };
  switch (duration.unit) {
    case 'working-day':
      return [
        firstDay,
        ...between(reckoned),
        { date: nominal, text: `Đủ ${durationText(duration)} vào ${showDay(nominal)}.` },
      ];
    case 'day':
    case 'month': {
      const end = { date: nominal, text: `Đủ ${durationText(duration)} vào ${showDay(nominal)}, tính cả ngày nghỉ.` };
      if (nominal === moment.date) return [firstDay, end];
      const why = `Ngày cuối là ngày nghỉ (${nameOfDayOff(calendar, nominal)})`;
      const text = `${why} nên chuyển sang ngày làm việc kế tiếp, ${showDay(moment.date)} (${LAST_DAY_OFF}).`;
      return [firstDay, end, { date: moment.date, text }];
    }
    case 'working-minute': {
      const text = `Tính liên tục ${durationText(duration)}, không tính giờ nghỉ trưa và ngoài giờ.`;
      return [{ date: start.date, text }, ...between(reckoned)];
    }
    case 'same-day': {
      if (moment.date === start.date) return [{ date: start.date, text: 'Trả kết quả ngay trong ngày làm việc này.' }];
      const text = `Nhận sau 15:00 nên trả vào ngày làm việc tiếp theo (${RULE_15H}).`;
      return rule === 'same-day-15h' ? [{ date: start.date, text }, ...between(reckoned)] : [];
    }
  }
}

/** Whether a day from `from` to `to` is off or worked only by our own guess at a decision to come. */
export function tentativeWithin(calendar: WorkCalendar, from: LocalDate, to: LocalDate): boolean {
  for (let date = from; date <= to; date = addDays(date, 1)) if (calendar.days[date]?.tentative) return true;
  return false;
}

/** The sentences that lead from the reception to the due date, and whether a tentative holiday lies on the way. */
export function explainDue(reckoned: Reckoned): { steps: DueStep[]; tentative: boolean } {
  const { duration, moment, asked15h } = reckoned;
  const steps = [...arrival(reckoned), ...counting(reckoned)];
  if (asked15h && duration.unit !== 'same-day') {
    const text = `Mốc 15:00 chỉ dùng cho việc trả trong ngày (${RULE_15H}) nên không áp dụng ở đây.`;
    steps.push({ date: moment.date, text });
  }
  const end = duration.unit === 'working-minute' ? '' : ', hết giờ làm việc';
  steps.push({ date: moment.date, text: `Hẹn trả lúc ${at(moment)}${end}.` });
  const { calendar, receivedAt } = reckoned;
  const tentative = tentativeWithin(calendar, toLocal(receivedAt).date, moment.date);
  if (tentative) {
    const text = 'Lịch nghỉ lễ, tết trong khoảng này là tạm tính. Hãy xem lại ngày hẹn khi có quyết định nghỉ của năm.';
    steps.push({ date: moment.date, text });
  }
  return { steps, tentative };
}

/** A length of time on the clock in words. */
export function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'ngày'],
    [Math.floor((minutes % 1440) / 60), 'giờ'],
    [minutes % 60, 'phút'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return words.length > 0 ? words.join(' ') : 'chưa đến 1 phút';
}

export interface Pause {
  readonly due: Date;
  readonly requestedAt: Date;
  readonly resumedAt: Date;
  /** The old date moved by exactly the pause, before it is brought to working time. */
  readonly shifted: Date;
  readonly next: Date;
}

/** The sentences of a due date moved by a pause. */
export function explainPause(pause: Pause): DueStep[] {
  const [old, asked, back, shifted, next] = [
    pause.due,
    pause.requestedAt,
    pause.resumedAt,
    pause.shifted,
    pause.next,
  ].map(toLocal) as [WorkMoment, WorkMoment, WorkMoment, WorkMoment, WorkMoment];
  const waited = span(pause.resumedAt.getTime() - pause.requestedAt.getTime());
  const steps = [
    { date: asked.date, text: `Yêu cầu bổ sung lúc ${at(asked)}; thời hạn tạm dừng.` },
    { date: back.date, text: `Nhận đủ bổ sung lúc ${at(back)}; thời gian chờ ${waited} không tính vào thời hạn.` },
    { date: shifted.date, text: `Ngày hẹn cũ ${at(old)} lùi đúng thời gian chờ thành ${at(shifted)}.` },
  ];
  const same = pause.shifted.getTime() === pause.next.getTime();
  steps.push({
    date: next.date,
    text: same ? `Hẹn trả lúc ${at(next)}.` : `Đưa về giờ làm việc: hẹn trả lúc ${at(next)}.`,
  });
  return steps;
}
