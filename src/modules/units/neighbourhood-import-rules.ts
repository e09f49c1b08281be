import { problemText, type Refusal } from '../../platform/problem.ts';
import type { Cell, ColumnSpec, ListRow } from '../../platform/spreadsheet/index.ts';
import { dateOfCell } from './calendar/cell-date.ts';
import { localDate, showDate } from './calendar/local-date.ts';
import type { NeighbourhoodAt } from './model.ts';
import { cleanName, endFault, nameFault, renameFault, sameName, takenBy } from './neighbourhood-rules.ts';
import { foldName } from './rules.ts';

export type NeighbourhoodField = 'name' | 'formerName' | 'from' | 'to';

export const NEIGHBOURHOOD_COLUMNS: readonly ColumnSpec<NeighbourhoodField>[] = [
  {
    field: 'name',
    headings: [
      'Tên khu phố, ấp',
      'Tên khu phố',
      'Tên ấp',
      'Tên thôn',
      'Tên tổ dân phố',
      'Tên khu dân cư',
      'Tên',
      'Khu phố',
      'Ấp',
      'Thôn',
      'Tổ dân phố',
      'Khu phố/ấp',
      'Thôn/tổ dân phố',
    ],
    required: true,
  },
  { field: 'formerName', headings: ['Tên cũ', 'Tên trước đây'], required: false },
  { field: 'from', headings: ['Từ ngày', 'Ngày hiệu lực', 'Có từ ngày', 'Ngày bắt đầu'], required: false },
  { field: 'to', headings: ['Kết thúc từ ngày', 'Đến ngày', 'Ngày kết thúc'], required: false },
];

export type NeighbourhoodChange =
  | { readonly kind: 'add'; readonly name: string; readonly from: string; readonly to: string | null }
  | { readonly kind: 'rename'; readonly neighbourhoodId: string; readonly name: string; readonly from: string }
  | { readonly kind: 'close'; readonly neighbourhoodId: string; readonly to: string };

export interface PlannedNeighbourhood {
  readonly line: number;
  readonly label: string;
  readonly result: 'new' | 'changed' | 'unchanged' | 'error';
  /** What will be done, or what is wrong and how to mend it. */
  readonly sentence: string;
  readonly changes: readonly NeighbourhoodChange[];
}

/**
 * What each row would do to the neighbourhoods of a unit. Rows are judged one by one: a bad one never holds up a good
 * one. A name that is there already changes nothing, so the same list may be sent again.
 * @param today used where a row has no day of its own
 */
export function planNeighbourhoods(
  rows: readonly ListRow<NeighbourhoodField>[],
  known: readonly NeighbourhoodAt[],
  today: string,
): PlannedNeighbourhood[] {
  const seen: { name: string; line: number }[] = [];
  return rows.map((row) => {
    const name = cleanName(row.values.name?.text ?? '');
    const label = name || '(không có tên)';
    const wrong = (sentence: string): PlannedNeighbourhood => {
      return { line: row.line, label, result: 'error', sentence, changes: [] };
    };
    const cells = Object.values<Cell | undefined>(row.values);
    if (cells.some((cell) => cell?.formula)) {
      return wrong('Có ô chứa công thức. Hãy chép lại ô đó dưới dạng giá trị (Dán đặc biệt → Giá trị).');
    }
    const fault = nameFault(name);
    if (fault) return wrong(problemText(fault));
    const earlier = seen.find((one) => sameName(one.name, name));
    if (earlier) return wrong(`Trùng tên với dòng ${earlier.line}. Hãy bỏ bớt một dòng.`);
    seen.push({ name, line: row.line });
    const dates = datesOf(row);
    if ('fault' in dates) return wrong(dates.fault);
    const planned = planRow({ name, ...dates, formerName: cleanName(row.values.formerName?.text ?? '') }, known, today);
    return { line: row.line, label, ...planned };
  });
}

interface AskedRow {
  readonly name: string;
  readonly formerName: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Plan = Omit<PlannedNeighbourhood, 'line' | 'label'>;

const error = (refusal: Refusal | string): Plan => {
  return { result: 'error', sentence: typeof refusal === 'string' ? refusal : problemText(refusal), changes: [] };
};

function planRow(asked: AskedRow, known: readonly NeighbourhoodAt[], today: string): Plan {
  const { name, formerName, to } = asked;
  const from = asked.from ?? today;
  const same = takenBy(known, { name, from });
  if (same && to !== null && to !== same.validTo) return planEnd(same, to);
  if (same) return { result: 'unchanged', sentence: 'Đã có, không đổi gì.', changes: [] };
  if (formerName) return planRename(asked, from, known);
  const alike = known.find((one) => foldName(one.name) === foldName(name) && one.validTo === null);
  if (alike) {
    return error(
      `Gần giống “${alike.name}” đã có, chỉ khác dấu. Nếu là một, hãy viết đúng tên đó; nếu đổi tên, hãy ghi “${alike.name}” vào cột “Tên cũ”.`,
    );
  }
  if (to !== null && to <= from) return error('Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại hai ngày.');
  return {
    result: 'new',
    sentence: `Thêm mới, có từ ngày ${show(from)}${to ? `, hết từ ngày ${show(to)}` : ''}.`,
    changes: [{ kind: 'add', name, from, to }],
  };
}

function planEnd(one: NeighbourhoodAt, to: string): Plan {
  const fault = endFault(one, to);
  if (fault) return error(fault);
  return {
    result: 'changed',
    sentence: `Kết thúc từ ngày ${show(to)}. Hộ dân của nơi này cần được chuyển sang khu phố khác.`,
    changes: [{ kind: 'close', neighbourhoodId: one.neighbourhoodId, to }],
  };
}

function planRename({ name, formerName, to }: AskedRow, from: string, known: readonly NeighbourhoodAt[]): Plan {
  const one = takenBy(known, { name: formerName, from });
  if (!one) return error(`Không có khu phố nào tên “${formerName}” vào ngày ${show(from)}. Hãy xem lại cột “Tên cũ”.`);
  const fault = renameFault(one, from) ?? (to === null ? null : endFault(one, to));
  if (fault) return error(fault);
  const { neighbourhoodId } = one;
  return {
    result: 'changed',
    sentence: `Đổi tên từ “${one.name}” từ ngày ${show(from)}${to ? `, kết thúc từ ngày ${show(to)}` : ''}.`,
    changes: [
      { kind: 'rename', neighbourhoodId, name, from },
      ...(to === null ? [] : [{ kind: 'close' as const, neighbourhoodId, to }]),
    ],
  };
}

function datesOf(
  row: ListRow<NeighbourhoodField>,
): { from: string | null; to: string | null } | { readonly fault: string } {
  const [from, to] = [dateOfCell(row.values.from?.text ?? ''), dateOfCell(row.values.to?.text ?? '')];
  if (from === undefined) return { fault: dateFault('Từ ngày', row.values.from?.text) };
  if (to === undefined) return { fault: dateFault('Kết thúc từ ngày', row.values.to?.text) };
  return { from, to };
}

const dateFault = (column: string, text = ''): string =>
  `“${text.slice(0, 40)}” ở cột “${column}” không phải là ngày. Hãy ghi như 01/07/2025.`;

const show = (date: string): string => showDate(localDate(date));
