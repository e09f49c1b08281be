import { type FormFault, NO_DAY, readDay, sourceFault } from './form-rules.ts';
import { type LocalDate, showDay } from './local-date.ts';
import type { DatedHours, HoursPeriod, UnitDay, WorkCalendar } from './model.ts';
import { isWorkingDay, openingHoursProblems } from './work-calendar.ts';

/** Opening hours as typed: for each weekday, 0 = Sunday, a line like "7:30-11:30, 13:00-17:00"; empty is a day off. */
export interface HoursForm {
  readonly from: string;
  readonly days: readonly string[];
  readonly source: string;
}

const two = (text: string): string => text.padStart(2, '0');
const showMinutes = (minutes: number): string =>
  `${two(String(Math.floor(minutes / 60)))}:${two(String(Math.round(minutes % 60)))}`;

/** "07:30-11:30, 13:00-17:00" */
export const blocksLine = (blocks: readonly (readonly [number, number])[]): string =>
  blocks.map(([from, to]) => `${showMinutes(from)}-${showMinutes(to)}`).join(', ');

/** Opening blocks as people write them: "7h30-11h30; 13:00–17:00", "7h30 đến 11h". Null when it is something else. */
export function readBlocks(text: string): [string, string][] | null {
  const blocks: [string, string][] = [];
  for (const part of text
    .split(/[,;]|\s+và\s+/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const match = /^(\d{1,2})(?:[:hg.](\d{2})?)?\s*(?:-|–|—|đến|tới)\s*(\d{1,2})(?:[:hg.](\d{2})?)?$/i.exec(part);
    if (!match) return null;
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
    blocks.push([`${two(fromHour)}:${fromMinute}`, `${two(toHour)}:${toMinute}`]);
  }
  return blocks;
}

export const formOfHours = ({ blocks }: HoursPeriod): HoursForm => ({
  from: '',
  days: [0, 1, 2, 3, 4, 5, 6].map((weekday) => blocksLine(blocks[weekday] ?? [])),
  source: '',
});

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** The hours of a form, and what is wrong with it. They may begin today or later: what was counted stays counted. */
export function readHours(form: HoursForm, today: LocalDate): { hours: DatedHours | null; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const from = readDay(form.from);
  if (!from) faults.push({ name: 'from', message: NO_DAY });
  else if (from < today)
    faults.push({ name: 'from', message: 'Giờ mới phải bắt đầu từ hôm nay hoặc một ngày sau đó.' });
  const blocks: Record<string, [string, string][]> = {};
  const weekend: number[] = [];
  form.days.forEach((text, weekday) => {
    const name = `day-${weekday}`;
    const read = readBlocks(text);
    if (!read) faults.push({ name, message: 'Hãy ghi như 7:30-11:30, 13:00-17:00; để trống nếu nghỉ.' });
    else if (read.length === 0) weekend.push(weekday);
    else {
      blocks[String(weekday)] = read;
      const others = [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== weekday);
      const [problem] = openingHoursProblems({ weekend: others, blocks: { [String(weekday)]: read } });
      if (problem)
        faults.push({ name, message: `${WEEKDAYS[weekday]}: giờ mở trước giờ đóng, các buổi không chồng nhau.` });
    }
  });
  if (weekend.length === 7) faults.push({ name: 'day-1', message: 'Phải có ít nhất một ngày làm việc trong tuần.' });
  if (form.source.trim().length < 5)
    faults.push({ name: 'source', message: 'Hãy ghi căn cứ, như “Thông báo 12/TB-UBND ngày 20/11/2026”.' });
  const hours = from && faults.length === 0 ? { effective_from: from, weekend, blocks } : null;
  return { hours, faults };
}

/** A day of the unit alone, as typed. */
export interface UnitDayForm {
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly hours: string;
  readonly source: string;
}

/** The day of a form, and what is wrong with it. Extra reception lies on a day off; a closing on a working day to come. */
export function readUnitDay(
  form: UnitDayForm,
  calendar: WorkCalendar,
  today: LocalDate,
): { day: UnitDay | null; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const fault = (name: string, message: string) => faults.push({ name, message });
  const date = readDay(form.day);
  const closing = form.kind === 'unit-closing';
  if (!closing && form.kind !== 'extra-reception') fault('kind', 'Hãy chọn tiếp nhận thêm hay nghỉ riêng.');
  if (!date) fault('day', NO_DAY);
  else if (date < today) fault('day', 'Ngày này đã qua. Hãy chọn hôm nay hoặc một ngày sau đó.');
  else if (closing && !isWorkingDay(calendar, date)) fault('day', `${showDay(date)} vốn đã là ngày nghỉ.`);
  else if (!closing && isWorkingDay(calendar, date))
    fault('day', `${showDay(date)} là ngày làm việc; tiếp nhận thêm chỉ dành cho ngày nghỉ.`);
  const name = form.name.normalize('NFC').trim();
  if (!name)
    fault(
      'name',
      closing ? 'Hãy ghi vì sao nghỉ, như “Dời trụ sở”.' : 'Hãy ghi tên buổi, như “Ngày thứ bảy thân thiện”.',
    );
  const blocks = readBlocks(form.hours);
  const bad =
    !blocks ||
    (blocks.length > 0 && openingHoursProblems({ weekend: [0, 1, 2, 3, 4, 5], blocks: { 6: blocks } }).length > 0);
  if (!closing && (bad || blocks.length === 0)) fault('hours', 'Hãy ghi giờ tiếp nhận, như 7:30-11:30.');
  const source = sourceFault(form.source);
  if (closing && source) fault('source', source);
  if (!date || faults.length > 0) return { day: null, faults };
  const source_ref = form.source.normalize('NFC').trim() || 'Lịch của đơn vị';
  const kind = closing ? 'unit-closing' : 'extra-reception';
  return { day: { day: date, kind, name, blocks: closing ? [] : (blocks ?? []), source_ref }, faults };
}
