import { localDate, type ProfileRow, showDate } from '../../../modules/units/index.ts';
import type { DateValue } from '../../../ui/components/field/field-model.ts';

/** As typed. */
export interface ProfileForm {
  readonly hotline: string;
  readonly hotlineHours: string;
  readonly address: string;
  readonly identifier: string;
  readonly centreName: string;
  readonly day: DateValue;
}

export interface HistoryRow {
  readonly key: string;
  readonly from: string;
  readonly state: 'now' | 'later' | 'past';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

const LABELS = {
  hotline: 'Đường dây nóng',
  hotlineHours: 'Giờ nghe máy',
  address: 'Địa chỉ',
  identifier: 'Mã định danh',
  centreName: 'Tên trung tâm',
} as const;

/**
 * The values in force, to begin the form with, and every row as a line.
 * @param rows the latest beginning first
 */
export function profileHistory(rows: readonly ProfileRow[], today: string) {
  const current = rows.find(({ effectiveFrom }) => effectiveFrom <= today);
  const fields = {
    hotline: current?.hotline ?? '',
    hotlineHours: current?.hotlineHours ?? '',
    address: current?.address ?? '',
    identifier: current?.identifier ?? '',
    centreName: current?.centreName ?? '',
  };
  const history = rows.map((row, at): HistoryRow => {
    const facts = Object.entries(LABELS).flatMap(([key, label]) => {
      const value = row[key as keyof typeof LABELS];
      return value ? [{ label, value }] : [];
    });
    return {
      key: String(at),
      from: showDate(localDate(row.effectiveFrom)),
      state: row === current ? 'now' : row.effectiveFrom > today ? 'later' : 'past',
      facts,
    };
  });
  return { fields, history };
}
