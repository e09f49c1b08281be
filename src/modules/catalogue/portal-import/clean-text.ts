/** Zero-width marks, soft hyphens and direction marks that copying from Word leaves behind. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Control characters but tab and line feed; PostgreSQL stores no U+0000. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Bullets of Word's symbol fonts, which no other font has. */
const SYMBOL_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf0fc]/g;

/** The portal's form for choosing an agency, caught by the crawler behind the last table of the page. */
const AGENCY_CHOOSER = /Chọn cơ quan thực hiện(?:Tỉnh|Bộ ngành|--)[^\n]{0,300}$/u;

const NOTHING = new Set(['không có thông tin', 'đang cập nhật']);
const NONE = new Set(['không', 'không có', 'không quy định', 'không có yêu cầu', 'không yêu cầu']);

/** Longest wording of a stated absence, with its full stops. */
const LONGEST_NONE = 30;

/** Text as we keep it: NFC, well-formed, no invisible characters, no spaces at the ends. */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(SYMBOL_BULLETS, '•')
    .replace(/\u00a0/g, ' ')
    .trim();
}

export const withoutChrome = (text: string): string => text.replace(AGENCY_CHOOSER, '').trim();

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** True where the portal says that it says nothing. */
export const saysNothing = (text: string): boolean =>
  /^[-\s]*$/u.test(text) || NOTHING.has(text.trim().slice(0, 30).toLowerCase());

export const orNull = (text: string): string | null => (saysNothing(text) ? null : text.trim());

/** True for "Không", "Không có.", "Không yêu cầu": a stated absence, not missing information. */
export function saysNone(text: string): boolean {
  const short = text.trim().slice(0, LONGEST_NONE + 1);
  return short.length <= LONGEST_NONE && NONE.has(short.toLowerCase().replace(/[\s.;:]+$/, ''));
}
