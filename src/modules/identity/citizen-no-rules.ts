import type { Sex } from './model.ts';

/**
 * The 12 digits of a personal number: `PPP G YY RRRRRR` = place of birth registration, century and sex, birth year,
 * random. There is no check digit, so a slip in the last six cannot be seen. Source: NĐ 137/2015/NĐ-CP, Điều 13.
 */
export interface CitizenNoData {
  /** Names of the 63 provinces of before July 2025 by their three digits; the numbers are never re-issued. */
  readonly provinces: Readonly<Record<string, string>>;
  /** `invalid_from`: first day on which the nine-digit card is no longer valid. */
  readonly oldCard: { readonly invalid_from: string };
}

export type CitizenNoCode =
  | 'empty'
  | 'letters'
  | 'look-alike-letters'
  | 'old-card'
  | 'zero-lost'
  | 'length'
  | 'unknown-prefix'
  | 'future-birth-year'
  | 'very-old'
  | 'sex-mismatch'
  | 'birth-year-mismatch'
  | 'birth-date-invalid';

export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
}

export interface CitizenNoCheck {
  readonly result: 'ok' | 'warning' | 'error';
  readonly findings: readonly Finding<CitizenNoCode>[];
  /** The twelve digits; null when they could not be read. */
  readonly number: string | null;
}

export interface CitizenNoFacts {
  readonly sex?: Sex | undefined;
  /** YYYY-MM-DD. */
  readonly dateOfBirth?: string | undefined;
  /** Local day (+07:00), YYYY-MM-DD. */
  readonly today: string;
  readonly data: CitizenNoData;
}

const OLDEST_YEARS = 120;
const SEX_WORDS: Readonly<Record<Sex, string>> = { nam: 'nam', nu: 'nữ' };

/** What people and scanners put between digits: spaces, dots, dashes; full-width digits become plain ones. */
const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s.,\-_–—/'\u200b\ufeff]+/g, '');

/** "074 099.012345" → "074099012345"; letters that look like digits are read as digits. Null when twelve digits do not come out. */
export function normalizeCitizenNo(text: string): string | null {
  const digits = tidy(text).replace(/o/gi, '0').replace(/[il]/gi, '1');
  return /^\d{12}$/.test(digits) ? digits : null;
}

/** Birth year that the number states; null unless it is twelve digits. */
export function birthYearOf(number: string): number | null {
  const match = /^\d{3}(\d)(\d{2})\d{6}$/.exec(number);
  return match ? 1900 + Math.floor(Number(match[1]) / 2) * 100 + Number(match[2]) : null;
}

/** Sex that the number states (even century digit: male); null unless it is twelve digits. */
export const sexOf = (number: string): Sex | null =>
  /^\d{12}$/.test(number) ? (Number(number[3]) % 2 === 0 ? 'nam' : 'nu') : null;

/** For lists: `074***…123`. Anything that is no number becomes stars only. */
export const maskCitizenNo = (number: string): string =>
  /^\d{9}$|^\d{12}$/.test(number) ? `${number.slice(0, 3)}***…${number.slice(-3)}` : '***';

const isRealDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function unreadable(digits: string, { today, data }: CitizenNoFacts): Finding<CitizenNoCode> {
  if (digits === '')
    return { code: 'empty', message: 'Chưa nhập số định danh. Hãy nhập 12 chữ số in trên thẻ căn cước.' };
  if (/\D/.test(digits))
    return { code: 'letters', message: 'Số định danh chỉ gồm chữ số. Hãy xem lại thẻ và nhập lại đủ 12 chữ số.' };
  if (digits.length === 9 && today >= data.oldCard.invalid_from)
    return {
      code: 'old-card',
      message: `Đây là số chứng minh nhân dân 9 số, không còn giá trị sử dụng từ năm ${data.oldCard.invalid_from.slice(0, 4)}. Hãy nhập 12 số trên thẻ căn cước; số này chỉ ghi vào ô "số cũ".`,
    };
  if (digits.length === 9)
    return {
      code: 'old-card',
      message: 'Đây là số chứng minh nhân dân 9 số. Nếu đã có thẻ căn cước, hãy nhập 12 số trên thẻ.',
    };
  if (digits.length === 11 && data.provinces[`0${digits.slice(0, 2)}`])
    return {
      code: 'zero-lost',
      message: `Số này thiếu 1 chữ số, có lẽ mất số 0 ở đầu. Hãy so với thẻ: có phải là 0${digits} không?`,
    };
  return {
    code: 'length',
    message: `Số định danh phải có 12 chữ số, ở đây có ${digits.length}. Hãy xem lại thẻ và nhập đủ.`,
  };
}

function doubts(number: string, { today, data }: CitizenNoFacts): Finding<CitizenNoCode>[] {
  const found: Finding<CitizenNoCode>[] = [];
  const prefix = number.slice(0, 3);
  if (!data.provinces[prefix])
    found.push({
      code: 'unknown-prefix',
      message: `Ba số đầu ${prefix} không phải mã tỉnh, thành phố. Nếu người này đăng ký khai sinh ở nước ngoài thì có thể đúng; nếu không, hãy xem lại thẻ.`,
    });
  const age = Number(today.slice(0, 4)) - (birthYearOf(number) ?? 0);
  if (age > OLDEST_YEARS)
    found.push({
      code: 'very-old',
      message: `Theo số này, người này ${age} tuổi. Hãy xem lại chữ số thứ 4 đến thứ 6.`,
    });
  return found;
}

function contradictions(number: string, { sex, dateOfBirth, today }: CitizenNoFacts): Finding<CitizenNoCode>[] {
  const found: Finding<CitizenNoCode>[] = [];
  const [year, itsSex] = [birthYearOf(number), sexOf(number)];
  if (year === null || itsSex === null) return found;
  if (year > Number(today.slice(0, 4)))
    found.push({
      code: 'future-birth-year',
      message: `Theo số này, năm sinh là ${year}, chưa đến. Hãy xem lại chữ số thứ 4 đến thứ 6.`,
    });
  if (sex && sex !== itsSex)
    found.push({
      code: 'sex-mismatch',
      message: `Chữ số thứ 4 của số này là của ${SEX_WORDS[itsSex]}, còn giới tính đang ghi là ${SEX_WORDS[sex]}. Hãy sửa chỗ sai; nếu đã xác định lại giới tính theo pháp luật, hãy ghi rõ lý do.`,
    });
  if (dateOfBirth && !isRealDate(dateOfBirth))
    found.push({
      code: 'birth-date-invalid',
      message: 'Ngày sinh không đúng. Hãy ghi năm, tháng, ngày, ví dụ 1990-05-20.',
    });
  else if (dateOfBirth && dateOfBirth > today)
    found.push({ code: 'birth-date-invalid', message: 'Ngày sinh sau ngày hôm nay. Hãy xem lại ngày sinh.' });
  else if (dateOfBirth && Number(dateOfBirth.slice(0, 4)) !== year)
    found.push({
      code: 'birth-year-mismatch',
      message: `Theo số này, năm sinh là ${year}, còn ngày sinh đang ghi năm ${dateOfBirth.slice(0, 4)}. Hãy sửa chỗ sai; nếu đã cải chính ngày sinh, hãy ghi rõ lý do.`,
    });
  return found;
}

/**
 * Checks a personal number as typed, against sex and date of birth where they are known.
 * `error`: not usable as it stands (an officer may override a contradiction with a reason: a re-determined sex or a
 * corrected birth date need not bring a new number). `warning`: may be right, look again.
 */
export function checkCitizenNo(text: string, facts: CitizenNoFacts): CitizenNoCheck {
  const digits = tidy(text);
  const number = normalizeCitizenNo(text);
  if (!number) {
    const finding = unreadable(digits, facts);
    const stillValid = finding.code === 'old-card' && facts.today < facts.data.oldCard.invalid_from;
    return { result: stillValid ? 'warning' : 'error', findings: [finding], number: null };
  }
  const errors = contradictions(number, facts);
  const warnings = doubts(number, facts);
  if (number !== digits)
    warnings.push({
      code: 'look-alike-letters',
      message: `Trong số có chữ cái giống chữ số; đã đọc là ${number}. Hãy so lại với thẻ.`,
    });
  const result = errors.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : 'ok';
  return { result, findings: [...errors, ...warnings], number };
}
