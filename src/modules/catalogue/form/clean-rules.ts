/** Longest text that a draft keeps of one field: far above every field's own limit. */
export const KEPT_CHARACTERS = 4000;

/**
 * Posted text in the one spelling that we store: NFC, no control characters (PostgreSQL's jsonb refuses NUL), no lone
 * surrogates, no spaces around. Line breaks stay where a field has lines.
 */
export function cleanText(posted: unknown, lines = false): string {
  if (typeof posted !== 'string') return '';
  const text = posted
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (char) => (lines && char === '\n' ? char : ' '))
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC');
  const tidy = lines ? text.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n') : text.replace(/\s+/gu, ' ');
  // Cut by code points, so that no character is split; trimmed again because the cut may end in a space.
  return [...tidy.trim()].slice(0, KEPT_CHARACTERS).join('').trim();
}

/**
 * "nguyễn  thị AN" → "Nguyễn Thị An" when it was typed in one case throughout; a mixed spelling (K'Sor H'Nan) is the
 * person's own and stays.
 */
export function tidyName(name: string): string {
  const same = name === name.toLocaleLowerCase('vi') || name === name.toLocaleUpperCase('vi');
  if (!same) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

const OLD_MOBILE: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/** A phone number as digits in the national form 0…; 11-digit mobiles of before 2018 get their new head. */
export function nationalPhone(text: string): string {
  const digits = text
    .replace(/[\s.\-()]/g, '')
    .replace(/^(\+|00)84/, '0')
    .replace(/^84(?=\d{9}$)/, '0');
  if (!/^01\d{9}$/.test(digits)) return digits;
  if (digits.startsWith('016')) return `03${digits.slice(3)}`;
  const head = OLD_MOBILE[digits.slice(0, 4)];
  return head ? head + digits.slice(4) : digits;
}

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/;
const LANDLINE = /^02\d{9}$/;
export const isPhone = (digits: string): boolean => MOBILE.test(digits) || LANDLINE.test(digits);
