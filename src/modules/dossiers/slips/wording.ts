const ZONE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function local(at: Date): Record<Intl.DateTimeFormatPartTypes, string> {
  return Object.fromEntries(ZONE.formatToParts(at).map(({ type, value }) => [type, value])) as never;
}

/** Local day (+07:00) as `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  const { year, month, day } = local(at);
  return `${year}-${month}-${day}`;
}

/** "ngày 24 tháng 11 năm 2026". Days below 10 and months 1 and 2 keep the zero (NĐ 30/2020, Phụ lục I, II.4). */
export function dateInWords(at: Date): string {
  const { year, month, day } = local(at);
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** "09 giờ 30 phút, ngày 24 tháng 11 năm 2026". */
export function timeInWords(at: Date): string {
  const { hour, minute } = local(at);
  return `${hour} giờ ${minute} phút, ${dateInWords(at)}`;
}
