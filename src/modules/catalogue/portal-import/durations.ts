import type { DurationUnit, PortalDuration } from './portal-model.ts';

/** The portal's units; the longer wording first, so that "Ngày làm việc" is not read as "Ngày". */
const UNITS: [string, DurationUnit][] = [
  ['ngày làm việc', 'working-day'],
  ['giờ làm việc', 'working-hour'],
  ['ngày', 'day'],
  ['giờ', 'hour'],
  ['phút', 'minute'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['năm', 'year'],
];

/** Source of a regular expression for one duration cell with its unit, as the portal writes it. */
export const DURATION_CELL =
  '\\d{1,4}(?:[.,]\\d{1,2})? ?(?:Ngày làm việc|Giờ làm việc|Ngày|Giờ|Phút|Tuần|Tháng|Năm)(?![a-zà-ỹ])';

/** "3 Ngày làm việc" → 3 working days. A number without a unit gives neither, since a due date must not be guessed. */
export function parseDuration(cell: string): PortalDuration {
  const text = cell.trim();
  if (text === '' || text.toLowerCase() === 'không có thông tin') return { text: null, amount: null, unit: null };
  const match = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(.*)$/u.exec(text);
  const wording = match?.[2]?.toLowerCase() ?? '';
  const unit = UNITS.find(([label]) => label === wording)?.[1] ?? null;
  const amount = unit && match?.[1] ? Number(match[1].replace(',', '.')) : null;
  return { text, amount, unit };
}
