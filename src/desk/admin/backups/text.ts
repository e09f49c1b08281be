import type { BackupKind } from '../../../platform/backup/index.ts';

export const KIND_TEXT: Readonly<Record<BackupKind, string>> = {
  scheduled: 'Hằng ngày',
  manual: 'Tự làm',
  'before-upgrade': 'Trước khi nâng cấp',
};

/** `01:00` */
export const timeText = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;

export function keepText({ days, weeks, months }: { days: number; weeks: number; months: number }): string {
  const parts = [
    days > 0 ? `${days} ngày` : '',
    weeks > 0 ? `${weeks} tuần` : '',
    months > 0 ? `${months} tháng` : '',
  ].filter(Boolean);
  return `bản mới nhất của ${parts.join(', ')} gần đây`;
}

export const sizeText = (bytes: number): string =>
  bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('vi-VN')} KB`
    : `${(bytes / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;

/** How long it took: `3 giây`, `2 phút`. */
export const tookText = (ms: number): string =>
  ms < 90_000 ? `${Math.max(1, Math.round(ms / 1000))} giây` : `${Math.round(ms / 60_000)} phút`;
