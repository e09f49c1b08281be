/** How long a procedure may take. Amounts are whole and positive. */
export type Duration =
  | { readonly unit: 'working-day' | 'day' | 'month'; readonly amount: number }
  /** Working time through the opening hours ("giờ", "giờ làm việc"), in minutes. */
  | { readonly unit: 'working-minute'; readonly amount: number }
  /** Within the working day; `lateRule` when the wording itself says what happens after 15:00. */
  | { readonly unit: 'same-day'; readonly lateRule?: '15h' };

/** Why a wording gives no duration; a due date is never guessed. */
export type UnparsedReason =
  | 'empty'
  | 'no-information'
  | 'no-unit'
  | 'zero'
  | 'several'
  | 'fraction'
  | 'too-long'
  | 'unknown-wording';

export interface Unparsed {
  readonly unparsed: UnparsedReason;
  readonly text: string;
}

/** What to tell the one who entered the wording. */
export const UNPARSED_SENTENCES: Readonly<Record<UnparsedReason, string>> = {
  empty: 'Chưa ghi thời hạn. Hãy ghi như "3 ngày làm việc", "15 ngày", "4 giờ" hoặc "trong ngày".',
  'no-information':
    'Nguồn không ghi thời hạn giải quyết nên chưa tính được ngày hẹn. Hãy xem quyết định công bố thủ tục.',
  'no-unit': 'Thời hạn chỉ có con số mà không có đơn vị. Hãy ghi rõ "ngày làm việc", "ngày" hoặc "giờ".',
  zero: 'Thời hạn bằng 0 nên chưa tính được ngày hẹn. Nếu trả ngay, hãy ghi "trong ngày".',
  several: 'Thời hạn có nhiều con số. Hãy chọn một thời hạn cho đúng trường hợp của hồ sơ.',
  fraction: 'Thời hạn có phần lẻ không tính được ra ngày. Hãy ghi số nguyên, hoặc ghi theo giờ làm việc.',
  'too-long': 'Thời hạn dài quá 10 năm. Hãy kiểm tra lại con số.',
  'unknown-wording':
    'Chưa hiểu cách ghi thời hạn này. Hãy ghi như "3 ngày làm việc", "15 ngày", "4 giờ" hoặc "trong ngày".',
};

export const isUnparsed = (value: Duration | Unparsed): value is Unparsed => 'unparsed' in value;

/** Largest amount that is believed, by unit: ten years. More is a slip of the pen, and no calendar reaches there. */
export const MOST: Readonly<Record<Exclude<Duration['unit'], 'same-day'>, number>> = {
  'working-day': 2600,
  day: 3650,
  month: 120,
  'working-minute': 2600 * 480,
};

/** 8 working hours are a working day: the way one-stop systems store durations; used for "0,5 ngày làm việc". */
const MINUTES_OF_WORKING_DAY = 480;

/** Units by their folded wording; `factor` turns them into the unit they are kept in. */
const UNITS: readonly (readonly [RegExp, Exclude<Duration['unit'], 'same-day'>, number])[] = [
  [/^ngay (?:lam )?vi?ec$|^ngay lam$/, 'working-day', 1],
  [/^ngay$|^ngay lich$/, 'day', 1],
  [/^(?:gio|tieng|h)(?: lam viec)?$/, 'working-minute', 60],
  [/^phut(?: lam viec)?$/, 'working-minute', 1],
  [/^tuan$/, 'day', 7],
  [/^thang$/, 'month', 1],
  [/^nam$/, 'month', 12],
];

/** Words before the number that set a limit and change nothing about the arithmetic. */
const LIMIT_WORDS =
  /^(?:(?:thoi han giai quyet|thoi gian giai quyet|thoi han|thoi gian)\s*:?\s*)?(?:la )?(?:(?:trong thoi han|trong vong|trong|khong qua|toi da|cham nhat|nhieu nhat)(?: la)? )*/;

/** What may follow without changing the arithmetic: the moment from which it counts. */
const COUNTED_FROM = /\s*(?:,|;|\()?\s*(?:(?:tinh )?(?:ke )?tu (?:ngay|khi|thoi diem|luc)|sau khi|khi nhan)\b.*$/;

const SAME_DAY =
  /^(?:(?:giai quyet|tra ket qua|thuc hien)\s*:?\s*)?(?:ngay )?(?:trong|cung)(?: mot| 0?1)? ngay(?: lam viec)?(?: (?:tiep nhan|nhan)(?: (?:du )?ho so(?: hop le)?)?)?$/;
const LATE_RULE = /\b(?:sau|qua) 15\s*(?:gio|h|:00)/;
const NO_INFORMATION =
  /^(?:khong co thong tin|khong quy dinh|khong xac dinh|khong co|khong|chua co thong tin|n\/?a|-+)$/;

/** Case, accents, form of Unicode and odd spaces do not matter: "03 NGÀY  làm việc" is "03 ngay lam viec". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

function ofAmount(number: string, unitWords: string): Duration | UnparsedReason {
  const unit = UNITS.find(([wording]) => wording.test(unitWords));
  if (!unit) return unitWords === '' ? 'no-unit' : 'unknown-wording';
  const [, name, factor] = unit;
  const value = Number(number.replace(',', '.'));
  if (value === 0) return 'zero';
  const amount = value * factor;
  if (amount > MOST[name]) return 'too-long';
  if (Number.isInteger(amount)) return { unit: name, amount };
  const minutes = amount * MINUTES_OF_WORKING_DAY;
  return name === 'working-day' && Number.isInteger(minutes) ? { unit: 'working-minute', amount: minutes } : 'fraction';
}

function read(folded: string): Duration | UnparsedReason {
  if (folded === '') return 'empty';
  const bare = folded.replace(/[.;,]+$/, '');
  if (NO_INFORMATION.test(bare)) return 'no-information';
  const [head = ''] = bare.split(/[;,.(]/, 1);
  if (SAME_DAY.test(head.replace(COUNTED_FROM, '').trim()))
    return LATE_RULE.test(bare) ? { unit: 'same-day', lateRule: '15h' } : { unit: 'same-day' };
  const core = bare.replace(LIMIT_WORDS, '').replace(COUNTED_FROM, '');
  const match = /^(\d{1,12}(?:[.,]\d{1,2})?)(?: ?\([a-z ]{1,40}\))? ?([a-z ]*)$/.exec(core);
  if (match) return ofAmount(match[1] ?? '', (match[2] ?? '').trim());
  return (core.match(/\d+/g) ?? []).length > 1 ? 'several' : 'unknown-wording';
}

/**
 * Reads a duration as the national portal and forms write it: "3 Ngày làm việc", "60 ngày", "08 giờ", "Trong ngày".
 * "ngày" alone are calendar days, "giờ" are working hours; weeks become days, years months.
 * A number without a unit, a range or two figures are not guessed but returned with the reason.
 */
export function parseDuration(text: string): Duration | Unparsed {
  const result = read(fold(text));
  return typeof result === 'string' ? { unparsed: result, text } : result;
}

const show = (value: number, word: string): string => `${value} ${word}`;

/** The duration in plain words: "3 ngày làm việc", "8 giờ làm việc", "trong ngày làm việc". */
export function durationText(duration: Duration): string {
  switch (duration.unit) {
    case 'same-day':
      return 'trong ngày làm việc';
    case 'working-day':
      return show(duration.amount, 'ngày làm việc');
    case 'day':
      return show(duration.amount, 'ngày');
    case 'month':
      return show(duration.amount, 'tháng');
    case 'working-minute':
      return duration.amount % 60 === 0
        ? show(duration.amount / 60, 'giờ làm việc')
        : show(duration.amount, 'phút làm việc');
  }
}
