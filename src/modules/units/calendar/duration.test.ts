import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Duration, durationText, isUnparsed, parseDuration } from './duration.ts';

vi.setConfig({ testTimeout: 60_000 });

const PARSED: [string, Duration][] = [
  ['3 Ngày làm việc', { unit: 'working-day', amount: 3 }],
  ['03 NGÀY LÀM VIỆC', { unit: 'working-day', amount: 3 }],
  ['  5   ngày\u00a0làm việc ', { unit: 'working-day', amount: 5 }],
  ['5 ngày làm việc'.normalize('NFD'), { unit: 'working-day', amount: 5 }],
  ['7 ngay lam viec', { unit: 'working-day', amount: 7 }],
  ['15 ngày làm vệc', { unit: 'working-day', amount: 15 }],
  ['10Ngày làm việc', { unit: 'working-day', amount: 10 }],
  ['05 (năm) ngày làm việc', { unit: 'working-day', amount: 5 }],
  ['Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', { unit: 'working-day', amount: 5 }],
  ['Trong thời hạn 02 ngày làm việc, kể từ ngày nhận được hồ sơ', { unit: 'working-day', amount: 2 }],
  ['Thời hạn giải quyết: 12 ngày làm việc.', { unit: 'working-day', amount: 12 }],
  ['01 ngày', { unit: 'day', amount: 1 }],
  ['60 Ngày', { unit: 'day', amount: 60 }],
  ['tối đa 20 ngày', { unit: 'day', amount: 20 }],
  ['2 tuần', { unit: 'day', amount: 14 }],
  ['12 Tháng', { unit: 'month', amount: 12 }],
  ['1 năm', { unit: 'month', amount: 12 }],
  ['1 Giờ', { unit: 'working-minute', amount: 60 }],
  ['08 giờ làm việc', { unit: 'working-minute', amount: 480 }],
  ['1,5 giờ', { unit: 'working-minute', amount: 90 }],
  ['30 phút', { unit: 'working-minute', amount: 30 }],
  ['0.5 ngày làm việc', { unit: 'working-minute', amount: 240 }],
  ['trong ngày', { unit: 'same-day' }],
  ['Trong ngày làm việc', { unit: 'same-day' }],
  ['TRONG NGÀY', { unit: 'same-day' }],
  ['Ngay trong ngày', { unit: 'same-day' }],
  ['Giải quyết trong ngày', { unit: 'same-day' }],
  ['Trong ngày tiếp nhận hồ sơ', { unit: 'same-day' }],
  ['Trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo', { unit: 'same-day', lateRule: '15h' }],
];

test.each(PARSED)('%j', (text, duration) => expect(parseDuration(text)).toEqual(duration));

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['Không có thông tin', 'no-information'],
  ['KHÔNG CÓ THÔNG TIN'.normalize('NFD'), 'no-information'],
  ['Không quy định', 'no-information'],
  ['5', 'no-unit'],
  ['0 ngày', 'zero'],
  ['-3 ngày', 'unknown-wording'],
  ['15-20 ngày', 'several'],
  ['3 ngày làm việc hoặc 5 ngày', 'several'],
  ['0,3 ngày', 'fraction'],
  ['1234567890 ngày', 'too-long'],
  ['3651 ngày', 'too-long'],
  ['11 năm', 'too-long'],
  ['NaN ngày', 'unknown-wording'],
  ['Trong buổi làm việc', 'unknown-wording'],
  ['3 buổi', 'unknown-wording'],
])('%j is not guessed: %s', (text, reason) => expect(parseDuration(text)).toEqual({ unparsed: reason, text }));

test('the plain words of a duration are read back as the same duration', () => {
  const duration: fc.Arbitrary<Duration> = fc.oneof(
    fc.record({
      unit: fc.constantFrom('working-day', 'day', 'month', 'working-minute'),
      amount: fc.integer({ min: 1, max: 120 }),
    }),
    fc.constant<Duration>({ unit: 'same-day' }),
  );
  fc.assert(
    fc.property(duration, (value) => {
      expect(parseDuration(durationText(value))).toEqual(value);
    }),
  );
});

test('any text gives a duration or a reason, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const result = parseDuration(text);
      return isUnparsed(result) ? result.text === text : result.unit === 'same-day' || result.amount > 0;
    }),
  );
});

test('reads the duration cells of the shared procedures', () => {
  const root = process.env.BACCAU_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
  const file = resolve(root, 'data/procedures.ndjson.gz');
  if (!existsSync(file)) {
    console.log(`Skipped: no ${file}`);
    return;
  }
  const cell =
    /(?:Trực tuyến|Dịch vụ bưu chính|Trực tiếp)(\d{1,3} ?(?:Ngày làm việc|Giờ làm việc|Ngày|Giờ|Phút|Tháng))/gu;
  const cells = gunzipSync(readFileSync(file)).toString('utf8').matchAll(cell);
  const results = [...cells].map(([, text]) => parseDuration(text ?? ''));
  expect(results.length).toBeGreaterThan(2000);
  expect(results.filter((result) => isUnparsed(result) && result.unparsed !== 'zero')).toEqual([]);
});
