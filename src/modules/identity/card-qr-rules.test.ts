import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, problemText } from '../../platform/problem.ts';
import { type CardReading, parseCardQr } from './card-qr-rules.ts';

/** An invented person with an invented number. */
const PLAIN =
  '074190000001|281000001|Nguyễn Thị Ánh Mẫu|20051990|Nữ|Khu phố 1, Hiệp An, Thủ Dầu Một, Bình Dương|01062021';

function good(text: string): CardReading {
  const reading = parseCardQr(text);
  if (isRefusal(reading)) throw new Error(reading.refused);
  return reading;
}

function refused(text: string): string {
  const refusal = parseCardQr(text);
  if (!isRefusal(refusal)) throw new Error('not refused');
  expect(problemText(refusal)).not.toContain('{');
  return refusal.refused.replace('identity.', '');
}

const CARD = {
  citizenNo: '074190000001',
  oldIdNo: '281000001',
  fullName: 'Nguyễn Thị Ánh Mẫu',
  dateOfBirth: '1990-05-20',
  sex: 'nu',
  residence: 'Khu phố 1, Hiệp An, Thủ Dầu Một, Bình Dương',
  issuedOn: '2021-06-01',
};

const change = (index: number, value: string): string => PLAIN.split('|').with(index, value).join('|');
/** UTF-8 bytes shown one by one as windows-1252, as a wrongly set scanner does. */
const mojibake = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => new TextDecoder('windows-1252').decode(new Uint8Array([byte])))
    .join('');

test('reads the seven fields', () => {
  expect(good(PLAIN)).toMatchObject({ card: CARD, use: 'prefill-only', doubts: [] });
  expect(good(PLAIN).notice).toContain('không chứng minh');
});

test('line ends of a scanner, odd spaces, NFD and dates with slashes do not matter', () => {
  expect(good(`\ufeff${PLAIN}\r\n`).card).toEqual(CARD);
  expect(good(PLAIN.normalize('NFD')).card).toEqual(CARD);
  expect(good(PLAIN.replaceAll('|', ' | ')).card).toEqual(CARD);
  expect(good(change(3, '20/05/1990').replace('01062021', '01/06/2021')).card).toEqual(CARD);
});

test('no old number, no date of issue, more fields of newer cards', () => {
  expect(good(change(1, '')).card.oldIdNo).toBeNull();
  expect(good(change(1, '')).doubts).toEqual([]);
  expect(good(change(6, '')).card.issuedOn).toBeNull();
  expect(good(`${PLAIN}|Nguyễn Văn Cha||Trần Thị Mẹ`).card).toEqual(CARD);
});

test('a wrong encoding is repaired and said', () => {
  const reading = good(mojibake(PLAIN));
  expect(reading.card).toEqual(CARD);
  expect(reading.doubts.map((doubt) => doubt.code)).toEqual(['repaired-encoding']);
});

test('letters mangled beyond repair are refused with a way out', () => {
  expect(refused(change(2, 'Nguy?n Th? Ánh M?u'))).toBe('card-garbled');
  expect(refused(change(2, 'Nguyễn Thị \ufffdnh'))).toBe('card-garbled');
  expect(refused(change(2, 'Nguye64n Thi5 A1nh'))).toBe('card-garbled');
  expect(refused(change(4, 'Nu'))).toBe('card-garbled');
  expect(refused(change(4, 'Nũ'))).toBe('card-garbled');
  expect(refused(change(5, 'Hi?p An'))).toBe('card-garbled');
  expect(refused(change(2, ''))).toBe('card-garbled');
});

test('raw Telex is doubted, names of minorities and of foreigners are not refused', () => {
  expect(good(change(2, 'Nguyeenx Thij Anhs')).doubts.map((doubt) => doubt.code)).toEqual(['odd-letters']);
  expect(good(change(2, "H'Wen Niê")).doubts).toEqual([]);
  expect(good(change(2, 'Y Zơ Râm Kbuôr')).doubts).toEqual([]);
});

test('the number is compared with sex and birth date', () => {
  expect(good(change(4, 'Nam')).doubts.map((doubt) => doubt.code)).toEqual(['number-sex']);
  expect(good(change(3, '20051991')).doubts.map((doubt) => doubt.code)).toEqual(['number-birth-year']);
  expect(good(change(1, '28100')).doubts.map((doubt) => doubt.code)).toEqual(['old-id-unreadable']);
});

test('other codes are told apart', () => {
  const hex = (text: string) => Buffer.from(text).toString('hex');
  const insurance = [
    'GD4740000000001',
    hex('Nguyễn Thị Mẫu'),
    '20/05/1990',
    '2',
    hex('Bình Dương'),
    '74 - 001',
    '01/01/2026',
  ];
  expect(refused(insurance.join('|'))).toBe('card-health-insurance');
  expect(refused(insurance.with(0, '7400000001').join('|'))).toBe('card-health-insurance');
  expect(refused('')).toBe('card-empty');
  expect(refused(' \r\n')).toBe('card-empty');
  expect(refused('https://example.vn/a')).toBe('card-other-qr');
  expect(refused('074190000001|281000001|Nguyễn Thị')).toBe('card-incomplete');
  expect(refused(change(0, '07419000000'))).toBe('card-bad-number');
  expect(refused(change(3, '31021990'))).toBe('card-bad-date');
  expect(refused(change(6, '1062021'))).toBe('card-bad-date');
});

test('any text gives a reading or a refusal', () => {
  const field = fc.string({ unit: 'grapheme', maxLength: 12 });
  const text = fc.oneof(
    fc.string(),
    fc.array(field, { minLength: 5, maxLength: 9 }).map((fields) => fields.join('|')),
  );
  fc.assert(
    fc.property(text, (value) => {
      const reading = parseCardQr(value);
      return isRefusal(reading) || reading.use === 'prefill-only';
    }),
  );
});
