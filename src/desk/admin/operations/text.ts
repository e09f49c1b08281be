const DAY = 86_400;

/** `2 ngày 3 giờ`, `5 phút`, `vừa xong`. @param seconds a span of time */
export function spanText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    [Math.floor(whole / DAY), 'ngày'],
    [Math.floor((whole % DAY) / 3_600), 'giờ'],
    [Math.floor((whole % 3_600) / 60), 'phút'],
  ] as const;
  const from = parts.findIndex(([count]) => count > 0);
  if (from < 0) return `${whole} giây`;
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(' ');
}

/** `12,5 GB` */
export const gigabytes = (bytes: number): string =>
  `${(bytes / 1024 ** 3).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} GB`;

/** Names of jobs for people; one without a name here is shown by its own. */
export const JOB_TEXT: Readonly<Record<string, string>> = {
  backup: 'Sao lưu hằng ngày',
  'clean-up': 'Dọn dữ liệu hết hạn mỗi đêm',
};
