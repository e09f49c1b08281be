import type { RelatedUnit } from '../../../modules/units/history-model.ts';

export const RELATION_LABELS: Readonly<Record<RelatedUnit['relation'], string>> = {
  merged: 'Nhập trọn',
  'split-part': 'Chia một phần',
  renamed: 'Đổi tên',
  upgraded: 'Nâng lên',
  moved: 'Chuyển sang',
};

/** 2025-07-01 → 01/07/2025. */
export const showDay = (day: string): string => day.split('-').reverse().join('/');

/** "từ 01/07/2025", "đến hết 30/06/2025": an end in the register is the first day of what came after. */
export const showSpan = ({ validFrom, lastDay }: { validFrom: string; lastDay: string | null }): string =>
  lastDay ? `${showDay(validFrom)} – ${showDay(lastDay)}` : `từ ${showDay(validFrom)}`;
