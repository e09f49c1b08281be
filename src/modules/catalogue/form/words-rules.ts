import { isYear, partsOf } from './date-rules.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (n: number): string => DIGITS[n] ?? '';

/** 1–99 as read aloud: mốt, tư and lăm after a ten. */
function tens(n: number): string {
  const ten = Math.floor(n / 10);
  const one = n % 10;
  if (ten === 0) return digit(one);
  const head = ten === 1 ? 'mười' : `${digit(ten)} mươi`;
  if (one === 0) return head;
  if (one === 1 && ten > 1) return `${head} mốt`;
  if (one === 4 && ten > 1) return `${head} tư`;
  return `${head} ${one === 5 ? 'lăm' : digit(one)}`;
}

/** 1000–9999: "hai nghìn không trăm hai mươi sáu". */
function year(n: number): string {
  const rest = n % 1000;
  const head = `${digit(Math.floor(n / 1000))} nghìn`;
  if (rest === 0) return head;
  const low = rest % 100;
  const hundreds = `${head} ${digit(Math.floor(rest / 100))} trăm`;
  if (low === 0) return hundreds;
  return `${hundreds} ${low < 10 ? `linh ${digit(low)}` : tens(low)}`;
}

/**
 * "Ghi bằng chữ" of a date (`2026-03-15`) or a year (`2026`), as the civil-status forms of TT 04/2020/TT-BTP ask;
 * empty for anything else.
 */
export function dateInWords(value: string): string {
  if (isYear(value)) return `năm ${year(Number(value))}`;
  const parts = partsOf(value);
  if (!parts || parts.year < 1000) return '';
  return `ngày ${tens(parts.day)} tháng ${parts.month === 4 ? 'tư' : tens(parts.month)} năm ${year(parts.year)}`;
}

/** `2026-03-15` → `15/03/2026`; a year and a text that is no date stay as they are. */
export function shortDate(value: string): string {
  const [y, m, d] = value.split('-');
  return partsOf(value) ? `${d}/${m}/${y}` : value;
}

/** Names on civil-status forms are written in capitals (IN HOA), spaces single. */
export const upperName = (name: string): string => name.normalize('NFC').toLocaleUpperCase('vi-VN');

/** Họ: the first word of a Vietnamese name, folded for comparison. */
export const familyName = (name: string): string => upperName(name).split(' ')[0] ?? '';
