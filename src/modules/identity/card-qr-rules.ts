import { defineProblems, type Refusal } from '../../platform/problem.ts';
import { birthYearOf, type Finding, sexOf } from './citizen-no-rules.ts';
import type { Sex } from './model.ts';

/** What the QR of a chip-based identity card says. Dates are YYYY-MM-DD. */
export interface CardData {
  readonly citizenNo: string;
  /** The earlier nine-digit (or twelve-digit) number; null when the card names none. */
  readonly oldIdNo: string | null;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: Sex;
  /** As printed: of the time before the units were merged when the card is older. */
  readonly residence: string;
  readonly issuedOn: string | null;
}

export type CardDoubt = 'repaired-encoding' | 'number-sex' | 'number-birth-year' | 'old-id-unreadable' | 'odd-letters';

export interface CardReading {
  readonly card: CardData;
  /** The QR carries no signature and no expiry: it fills a form, it proves nobody's identity. */
  readonly use: 'prefill-only';
  readonly notice: string;
  readonly doubts: readonly Finding<CardDoubt>[];
}

const CARD_NOTICE =
  'Mã QR chỉ giúp điền sẵn, không chứng minh người cầm thẻ là ai. Hãy so từng ô với thẻ, và xem tên phường, xã mới của địa chỉ.';

const refuse = defineProblems('identity', {
  'card-empty': {
    status: 422,
    vi: 'Chưa đọc được gì từ mã QR. Hãy lau thẻ, giữ máy cách thẻ khoảng một gang tay và quét lại.',
    en: 'Nothing was read from the QR code. Please wipe the card, hold it a hand’s width away and scan again.',
  },
  'card-other-qr': {
    status: 422,
    vi: 'Đây không phải mã QR của thẻ căn cước. Hãy quét mã QR ở góc trên bên phải mặt trước thẻ căn cước công dân, hoặc mặt sau thẻ căn cước mới.',
    en: 'This is not the QR code of an identity card. Please scan the one on the card’s front (new cards: back).',
  },
  'card-health-insurance': {
    status: 422,
    vi: 'Đây là mã QR của thẻ bảo hiểm y tế, không dùng để điền thông tin căn cước được. Hãy quét mã QR trên thẻ căn cước.',
    en: 'This is the QR code of a health insurance card. Please scan the one on the identity card.',
  },
  'card-incomplete': {
    status: 422,
    vi: 'Mã QR chỉ đọc được {count} trong 7 mục. Hãy quét lại, giữ thẻ đứng yên cho đến khi nghe tiếng báo.',
    en: 'Only {count} of 7 parts of the QR code were read. Please scan again and hold the card still.',
  },
  'card-bad-number': {
    status: 422,
    vi: 'Số định danh trong mã QR không đủ 12 chữ số. Hãy quét lại hoặc nhập tay theo thẻ.',
    en: 'The number in the QR code does not have 12 digits. Please scan again or type it from the card.',
  },
  'card-bad-date': {
    status: 422,
    vi: 'Ngày tháng trong mã QR không đọc được ({text}). Hãy quét lại hoặc nhập tay theo thẻ.',
    en: 'A date in the QR code cannot be read ({text}). Please scan again or type it from the card.',
  },
  'card-garbled': {
    status: 422,
    vi: 'Chữ tiếng Việt trong mã QR bị hỏng khi quét. Hãy tắt bộ gõ tiếng Việt (Unikey, EVKey) rồi quét lại, hoặc quét bằng camera của máy.',
    en: 'The Vietnamese letters were garbled by the scanner. Please switch the Vietnamese keyboard off and scan again, or use the camera.',
  },
});

/** Letters of windows-1252 that stand for the bytes 80–9F. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 that a scanner or program took for windows-1252 ("Nguyá»…n"), turned back; undefined when the text is no such thing. */
function undoMojibake(text: string): string | undefined {
  if (!/[ÃÄÅÆá][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const letter of text) {
    const high = CP1252.indexOf(letter);
    const code = high >= 0 ? 0x80 + high : (letter.codePointAt(0) ?? 0x100);
    if (code > 0xff) return undefined;
    bytes.push(code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

/** `ddMMyyyy` or `dd/MM/yyyy` → YYYY-MM-DD. */
function dateOf(text: string): string | undefined {
  const match = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(text);
  if (!match) return undefined;
  const iso = `${match[3]}-${match[2]}-${match[1]}`;
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : undefined;
}

/** `số BHYT|hex of the name|date|1 or 2|hex of the address|…` */
const isHealthInsurance = (fields: readonly string[]): boolean =>
  !/^\d{12}$/.test(fields[0] ?? '') &&
  /^(?:[A-Z]{2}\d{13}|\d{10})$/i.test(fields[0] ?? '') &&
  /^(?:[0-9a-f]{2}){2,}$/i.test(fields[1] ?? '');

function sexOfWord(word: string): Sex | undefined {
  const lower = word.toLowerCase();
  return lower === 'nam' ? 'nam' : lower === 'nữ' ? 'nu' : undefined;
}

/** Signs of letters lost or mangled on the way: replacement marks, digits or symbols in a name. */
const isGarbledName = (name: string): boolean => !/^[\p{L}\p{M}][\p{L}\p{M}\s.'’‘-]*$/u.test(name);
const LOST_LETTERS = /[\ufffd?¿]|&#\d+;/;

const TELEX_WORD = /aa|ee|oo|dd|aw|ow|uw|[aeiouy][a-z]*[sfrxj]$/i;

/** Raw Telex ("NGUYEENX VAWN") in a name without any accent; minority names look so in one word, hence two are asked. */
const looksLikeTelex = (name: string): boolean =>
  [...name].every((letter) => letter <= '\u007f') && name.split(' ').filter((word) => TELEX_WORD.test(word)).length > 1;

function doubtsOf(card: CardData, oldIdText: string, repaired: boolean): Finding<CardDoubt>[] {
  const found: Finding<CardDoubt>[] = [];
  const add = (code: CardDoubt, message: string) => found.push({ code, message });
  if (repaired)
    add('repaired-encoding', 'Chữ tiếng Việt bị sai khi quét và đã được sửa lại. Hãy so họ tên và địa chỉ với thẻ.');
  if (looksLikeTelex(card.fullName))
    add('odd-letters', 'Họ tên giống như chữ gõ Telex chưa thành dấu. Hãy so với thẻ và sửa lại nếu cần.');
  if (sexOf(card.citizenNo) !== card.sex)
    add('number-sex', 'Giới tính trong mã QR không khớp chữ số thứ 4 của số định danh. Hãy so với thẻ.');
  if (birthYearOf(card.citizenNo) !== Number(card.dateOfBirth.slice(0, 4)))
    add('number-birth-year', 'Năm sinh trong mã QR không khớp số định danh. Hãy so với thẻ.');
  if (oldIdText !== '' && card.oldIdNo === null)
    add(
      'old-id-unreadable',
      'Số chứng minh nhân dân cũ trong mã QR không đọc được nên để trống. Hãy nhập tay nếu cần.',
    );
  return found;
}

function readFields(fields: readonly string[], repaired: boolean): CardReading | Refusal {
  const [citizenNo = '', oldId = '', fullName = '', born = '', sexWord = '', residence = '', issued = ''] = fields;
  if (!/^\d{12}$/.test(citizenNo)) return refuse('card-bad-number');
  const [dateOfBirth, issuedOn] = [dateOf(born), issued === '' ? null : dateOf(issued)];
  if (!dateOfBirth) return refuse('card-bad-date', { text: born });
  if (issuedOn === undefined) return refuse('card-bad-date', { text: issued });
  const sex = sexOfWord(sexWord);
  if (!sex || isGarbledName(fullName) || LOST_LETTERS.test(residence)) return refuse('card-garbled');
  const oldIdNo = /^(?:\d{9}|\d{12})$/.test(oldId) ? oldId : null;
  const card: CardData = { citizenNo, oldIdNo, fullName, dateOfBirth, sex, residence, issuedOn };
  return { card, use: 'prefill-only', notice: CARD_NOTICE, doubts: doubtsOf(card, oldId, repaired) };
}

const fieldsOf = (text: string): string[] => text.split('|').map((field) => field.replace(/\s+/g, ' ').trim());

/**
 * Reads the QR of an identity card: `số|số cũ|họ tên|ddMMyyyy|Nam/Nữ|nơi thường trú|ddMMyyyy` in UTF-8; newer cards
 * append fields, which are ignored. Text of a keyboard-wedge scanner may arrive in a wrong encoding, which is repaired,
 * or mangled by a Vietnamese input method, which is refused since nobody could restore it.
 * Refusals: `card-empty`, `card-other-qr`, `card-health-insurance`, `card-incomplete`, `card-bad-number`,
 * `card-bad-date`, `card-garbled`.
 */
export function parseCardQr(text: string): CardReading | Refusal {
  const plain = text
    .replace(/[\u200b\ufeff]/g, '')
    .replaceAll('\0', '')
    .trim();
  if (plain === '') return refuse('card-empty');
  const mended = undoMojibake(plain);
  const fields = fieldsOf((mended ?? plain).normalize('NFC'));
  if (isHealthInsurance(fields)) return refuse('card-health-insurance');
  if (fields.length < 7) {
    const started = /^\d{9,12}$/.test(fields[0] ?? '') && fields.length > 1;
    return started ? refuse('card-incomplete', { count: fields.length }) : refuse('card-other-qr');
  }
  return readFields(fields, mended !== undefined);
}
