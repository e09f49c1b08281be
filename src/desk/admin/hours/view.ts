import {
  blocksLine,
  type LocalDate,
  localDate,
  showDay,
  type unitCalendarHistory,
} from '../../../modules/units/index.ts';
import { showWhen } from '../../when.ts';
import { WEEK } from './week.ts';

type History = Awaited<ReturnType<typeof unitCalendarHistory>>;

export interface Entry {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly about: string;
  readonly state: 'now' | 'later' | 'past' | 'withdrawn';
}

const aboutOf = (row: { sourceRef: string; recordedName: string | null; recordedAt: string }): string =>
  `${row.sourceRef}. ${row.recordedName ? `${row.recordedName} ghi ${showWhen(row.recordedAt)}.` : ''}`;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lineOf = (blocks: readonly (readonly [string, string])[]): string =>
  blocksLine(blocks.map(([from, to]) => [minutes(from), minutes(to)] as const));

/** Every entry of the hours, the latest first; of those that have begun the latest is the one in use. */
export function hourEntries({ hours }: History, today: LocalDate): Entry[] {
  const current = hours.find(({ day, holds, withdrawn }) => holds && !withdrawn && day <= today);
  return hours.map((row) => {
    const gone = row.withdrawn || !row.holds;
    return {
      key: `${row.day} ${row.recordedAt}`,
      date: row.day,
      title: `Từ ${showDay(localDate(row.day))}`,
      lines: WEEK.map(({ weekday, label }) => `${label}: ${lineOf(row.blocks[String(weekday)] ?? []) || 'nghỉ'}`),
      about: aboutOf(row),
      state: gone ? 'withdrawn' : row === current ? 'now' : row.day > today ? 'later' : 'past',
    };
  });
}

export function dayEntries({ days }: History, today: LocalDate): Entry[] {
  return days.map((row) => ({
    key: `${row.day} ${row.recordedAt}`,
    date: row.day,
    title: `${showDay(localDate(row.day))}: ${row.name}`,
    lines: [
      row.kind === 'extra-reception'
        ? `Tiếp nhận thêm ${lineOf(row.blocks)}, không tính vào thời hạn`
        : 'Đơn vị nghỉ riêng, không tính vào thời hạn',
    ],
    about: aboutOf(row),
    state: row.withdrawn || !row.holds ? 'withdrawn' : row.day < today ? 'past' : 'later',
  }));
}
