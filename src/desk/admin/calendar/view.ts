import {
  type DayChange,
  type DecisionRevision,
  dayValue,
  localDate,
  showDate,
  showDay,
  type ToldDay,
} from '../../../modules/units/index.ts';
import { showWhen } from '../../when.ts';

export const KIND_LABELS: Readonly<Record<ToldDay['kind'], string>> = {
  holiday: 'Nghỉ lễ, tết',
  'make-up': 'Nghỉ bù',
  'swapped-off': 'Nghỉ hoán đổi',
  'swapped-working-saturday': 'Làm bù',
  'unit-closing': 'Đơn vị nghỉ riêng',
  'extra-reception': 'Tiếp nhận thêm',
};

/** A special day as a row of the year's table. */
export interface DayRow {
  readonly key: string;
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly source: string;
  readonly tentative: boolean;
  readonly needsCheck: boolean;
  readonly counts: boolean;
}

export const dayRow = ({ date, kind, name, source_ref, tentative, sure, counts }: ToldDay): DayRow => ({
  key: `${date} ${kind}`,
  day: showDay(date),
  kind: KIND_LABELS[kind],
  name,
  source: source_ref,
  tentative,
  needsCheck: sure === 'm',
  counts,
});

/** A revision in words, for the list of what was decided when. */
export interface DecisionRowView {
  readonly key: string;
  readonly what: string;
  readonly source: string;
  readonly who: string;
  readonly holds: boolean;
  readonly withdrawn: boolean;
}

function whatOf({ kind, content }: DecisionRevision): string {
  const day = (name: string) => dayValue(String(content[name]));
  switch (kind) {
    case 'tet-block':
      return `Tết Nguyên đán nghỉ từ ${day('from')} đến hết ${day('to')}`;
    case 'adjacent-day':
      return `Ngày liền kề Quốc khánh: ${day('date')}`;
    case 'swap':
      return `Nghỉ ${day('off')}, làm bù ${day('work')}`;
    case 'make-up':
      return `Nghỉ bù ngày lễ ${day('for')} vào ${day('date')}`;
  }
}

export const decisionRow = (revision: DecisionRevision): DecisionRowView => ({
  key: `${revision.topic} ${revision.revision}`,
  what: whatOf(revision),
  source: [revision.sourceRef, revision.note].filter(Boolean).join('. '),
  who: revision.recordedName
    ? `${revision.recordedName} nhập ${showWhen(revision.recordedAt)}`
    : 'Giao cùng chương trình',
  holds: revision.holds && !revision.withdrawn,
  withdrawn: revision.withdrawn,
});

/** A changed day in words. */
export interface ChangeRow {
  readonly key: string;
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly effect: string;
}

export function changeRow({ date, before, after, worked, works }: DayChange): ChangeRow {
  const said = (day: DayChange['before'], working: boolean) => {
    if (!day) return working ? 'ngày làm việc' : 'nghỉ hằng tuần';
    return `${day.name}${day.tentative ? ' (tạm tính)' : ''}`;
  };
  const effect =
    worked === works ? (works ? 'Vẫn làm việc' : 'Vẫn nghỉ') : works ? 'Thành ngày làm việc' : 'Thành ngày nghỉ';
  return { key: date, day: showDay(date), before: said(before, worked), after: said(after, works), effect };
}

/** What the change means to dossiers that wait: their dates stay, and some now fall on a day off. */
export function dossierLines(
  due: readonly { readonly day: string; readonly count: number }[],
  changes: readonly DayChange[],
): string[] {
  const all = due.reduce((sum, { count }) => sum + count, 0);
  const closed = new Set<string>(changes.filter(({ worked, works }) => worked && !works).map(({ date }) => date));
  const hit = due.filter(({ day }) => closed.has(day));
  const first =
    all === 0
      ? 'Không có hồ sơ đang giải quyết nào hẹn trả trong khoảng này.'
      : `${all} hồ sơ đang giải quyết hẹn trả trong khoảng này: ngày hẹn đã ghi trên giấy tiếp nhận giữ nguyên, không đổi.`;
  return [
    first,
    ...hit.map(
      ({ day, count }) =>
        `${count} hồ sơ hẹn trả ngày ${showDate(localDate(day))}, nay thành ngày nghỉ: hãy trả trước ngày đó hoặc báo người dân.`,
    ),
  ];
}
