import { expect, test } from 'vitest';
import { computeDue, dueProblem } from './due.ts';
import { type Duration, isUnparsed, parseDuration } from './duration.ts';
import { resumeDue } from './pause.ts';
import { loadCalendar } from './test-data.ts';

const calendar = loadCalendar();

function input(received: string, text: string, rule?: '15h') {
  const duration = parseDuration(text);
  if (isUnparsed(duration)) throw new Error(duration.unparsed);
  return { receivedAt: new Date(received.length === 16 ? `${received}:00+07:00` : received), duration, rule, calendar };
}

const due = (received: string, text: string, rule?: '15h') =>
  computeDue(input(received, text, rule)).dueIso.slice(0, 16);

test('working days start the day after and skip weekends, Giỗ Tổ and its make-up day', () => {
  expect(due('2026-04-20T09:00', '3 ngày làm việc')).toBe('2026-04-23T17:00');
  expect(due('2026-04-23T09:00', '3 ngày làm việc')).toBe('2026-04-29T17:00');
  expect(due('2026-04-29T09:00', '1 ngày làm việc')).toBe('2026-05-04T17:00');
});

test('working days over Tết 2026 and over the swapped days of 2/1 and 10/1', () => {
  expect(due('2026-02-13T09:00', '1 ngày làm việc')).toBe('2026-02-23T17:00');
  expect(due('2025-12-31T09:00', '1 ngày làm việc')).toBe('2026-01-05T17:00');
  expect(due('2026-01-09T09:00', '1 ngày làm việc')).toBe('2026-01-10T17:00');
});

test('24/11 counts as a day off from 2026 only', () => {
  expect(due('2026-11-23T09:00', '1 ngày làm việc')).toBe('2026-11-25T17:00');
  expect(due('2025-11-23T09:00', '1 ngày làm việc')).toBe('2025-11-25T17:00');
  expect(due('2025-11-21T09:00', '1 ngày làm việc')).toBe('2025-11-24T17:00');
});

test('calendar days count days off, but do not end on one', () => {
  expect(due('2026-04-20T09:00', '4 ngày')).toBe('2026-04-24T17:00');
  expect(due('2026-04-20T09:00', '5 ngày')).toBe('2026-04-28T17:00');
  expect(due('2026-04-20T09:00', '60 ngày')).toBe('2026-06-19T17:00');
  expect(due('2026-02-26T09:00', '1 tháng')).toBe('2026-03-26T17:00');
});

test('hours run through the opening blocks, lunch, nights and days off', () => {
  expect(due('2026-04-20T09:00', '1 giờ')).toBe('2026-04-20T10:00');
  expect(due('2026-04-20T09:00', '3 giờ')).toBe('2026-04-20T13:30');
  expect(due('2026-04-20T09:00', '8 giờ')).toBe('2026-04-21T09:00');
  expect(due('2026-04-24T16:00', '2 giờ')).toBe('2026-04-28T08:30');
  expect(due('2026-04-20T13:00', '4 giờ')).toBe('2026-04-20T17:00');
  expect(due('2026-04-20T02:00:30Z', '30 phút')).toBe('2026-04-20T09:30');
});

test('arrivals outside the hours count from the next working moment', () => {
  expect(due('2026-04-20T06:00', '1 giờ')).toBe('2026-04-20T08:30');
  expect(due('2026-04-20T12:00', '1 giờ')).toBe('2026-04-20T14:00');
  expect(due('2026-04-20T17:01', '1 giờ')).toBe('2026-04-21T08:30');
  expect(due('2026-04-25T09:00', '1 giờ')).toBe('2026-04-28T08:30');
  expect(due('2026-04-25T09:00', '1 ngày làm việc')).toBe('2026-04-29T17:00');
  expect(due('2026-04-20T17:00', '1 ngày làm việc')).toBe('2026-04-21T17:00');
  expect(due('2026-04-20T17:01', '1 ngày làm việc')).toBe('2026-04-22T17:00');
});

test('same day, with and without the rule of 15:00', () => {
  expect(due('2026-04-20T09:00', 'trong ngày')).toBe('2026-04-20T17:00');
  expect(due('2026-04-20T16:30', 'trong ngày')).toBe('2026-04-20T17:00');
  expect(due('2026-04-20T15:00', 'trong ngày', '15h')).toBe('2026-04-20T17:00');
  expect(due('2026-04-20T08:00:01Z', 'trong ngày', '15h')).toBe('2026-04-21T17:00');
  expect(due('2026-04-24T15:01', 'trong ngày', '15h')).toBe('2026-04-28T17:00');
  expect(due('2026-04-24T18:00', 'trong ngày', '15h')).toBe('2026-04-28T17:00');
  expect(due('2026-04-25T16:00', 'trong ngày', '15h')).toBe('2026-04-28T17:00');
  expect(due('2026-04-20T15:30', 'Trong ngày; sau 15 giờ thì trả ngày làm việc tiếp theo')).toBe('2026-04-21T17:00');
  expect(computeDue(input('2026-04-20T09:00', 'trong ngày', '15h')).rule).toBe('same-day-15h');
});

test('the rule of 15:00 does not lengthen other durations, and the answer says so', () => {
  const result = computeDue(input('2026-04-20T16:00', '1 ngày làm việc', '15h'));
  expect(result.dueIso).toBe('2026-04-21T17:00:00+07:00');
  expect(result.steps.some((step) => step.text.includes('không áp dụng'))).toBe(true);
});

test('steps tell the way in sentences', () => {
  const { steps, tentative } = computeDue(input('2026-04-25T09:00', '3 ngày làm việc'));
  expect(steps.map((step) => step.text)).toEqual([
    'Tiếp nhận lúc 09:00 thứ Bảy 25/04/2026.',
    'Vào ngày nghỉ (ngày nghỉ hằng tuần) nên tính từ 07:30 thứ Ba 28/04/2026.',
    'Bắt đầu tính từ ngày kế tiếp, thứ Tư 29/04/2026 (Bộ luật Dân sự 2015, Điều 147).',
    'Không tính thứ Năm 30/04/2026: Ngày Chiến thắng.',
    'Không tính thứ Sáu 01/05/2026: Ngày Quốc tế Lao động.',
    'Không tính 2 ngày nghỉ hằng tuần.',
    'Đủ 3 ngày làm việc vào thứ Ba 05/05/2026.',
    'Hẹn trả lúc 17:00 thứ Ba 05/05/2026, hết giờ làm việc.',
  ]);
  expect(tentative).toBe(false);
});

test('a tentative Tết on the way is said', () => {
  const result = computeDue(input('2027-02-01T09:00', '5 ngày làm việc'));
  expect(result.tentative).toBe(true);
  expect(result.steps.at(-1)?.text).toContain('tạm tính');
});

test('nonsense is refused', () => {
  const good = input('2026-04-20T09:00', '3 ngày làm việc');
  expect(dueProblem({ ...good, receivedAt: new Date('x') })?.code).toBe('received-invalid');
  for (const amount of [Number.NaN, 0, -1, 1.5, 1e9, Number.POSITIVE_INFINITY])
    expect(dueProblem({ ...good, duration: { unit: 'working-day', amount } })?.code).toBe('amount-invalid');
  expect(dueProblem({ ...good, receivedAt: new Date('1999-01-04T02:00:00Z') })?.code).toBe('outside-calendar');
  expect(dueProblem({ ...good, receivedAt: new Date('2045-12-29T02:00:00Z') })?.code).toBe('outside-calendar');
  expect(() => computeDue({ ...good, receivedAt: new Date('x') })).toThrow(RangeError);
});

test('a pause moves the due date by the time waited', () => {
  const resumed = (old: string, requested: string, back: string) => {
    const [due, requestedAt, resumedAt] = [old, requested, back].map((text) => new Date(`${text}:00+07:00`)) as [
      Date,
      Date,
      Date,
    ];
    return resumeDue({ due, requestedAt, resumedAt, calendar }).dueIso.slice(0, 16);
  };
  expect(resumed('2026-11-16T17:00', '2026-11-12T10:00', '2026-11-13T10:00')).toBe('2026-11-17T17:00');
  expect(resumed('2026-11-19T17:00', '2026-11-16T10:00', '2026-11-18T14:00')).toBe('2026-11-23T17:00');
  expect(resumed('2026-11-23T17:00', '2026-11-20T10:00', '2026-11-21T10:00')).toBe('2026-11-25T17:00');
  expect(resumed('2026-11-16T10:00', '2026-11-16T09:00', '2026-11-16T09:30')).toBe('2026-11-16T10:30');
  expect(resumed('2026-11-16T10:00', '2026-11-16T09:00', '2026-11-16T17:00')).toBe('2026-11-17T07:30');
  expect(() => resumed('2026-11-16T10:00', '2026-11-16T09:00', '2026-11-16T08:00')).toThrow(RangeError);
});

test('each count says itself in one sentence', () => {
  const sentence = (received: string, duration: Duration, rule?: '15h') =>
    computeDue({ receivedAt: new Date(`${received}+07:00`), duration, rule, calendar }).sentence;
  expect(sentence('2026-11-23T17:30', { unit: 'working-day', amount: 3 })).toBe(
    'Nhận lúc 17:30 thứ Hai 23/11/2026, sau giờ làm việc nên tính từ 07:30 thứ Tư 25/11/2026, thời hạn 3 ngày làm việc kể từ thứ Năm 26/11/2026, không tính 2 ngày nghỉ hằng tuần, nên hẹn trả lúc 17:00 thứ Hai 30/11/2026.',
  );
  expect(sentence('2026-02-12T09:00', { unit: 'working-day', amount: 3 })).toContain(
    'không tính Tết Nguyên đán (5 ngày), 4 ngày nghỉ hằng tuần, nên hẹn trả lúc 17:00 thứ Ba 24/02/2026.',
  );
  expect(sentence('2026-04-15T09:00', { unit: 'day', amount: 15 })).toContain(
    'ngày cuối thứ Năm 30/04/2026 là ngày nghỉ (Ngày Chiến thắng), nên hẹn trả lúc 17:00 thứ Hai 04/05/2026.',
  );
  expect(sentence('2026-11-23T15:30', { unit: 'same-day' }, '15h')).toBe(
    'Nhận lúc 15:30 thứ Hai 23/11/2026, nhận sau 15:00 nên trả vào ngày làm việc kế tiếp, không tính Ngày Văn hóa Việt Nam, nên hẹn trả lúc 17:00 thứ Tư 25/11/2026.',
  );
  expect(sentence('2027-02-03T09:00', { unit: 'working-day', amount: 2 })).toMatch(
    /\(tạm tính, .*chưa có quyết định\)\.$/,
  );
});

test('a date promised for the end of a day stays one when the day was given off since', () => {
  const closed = loadCalendar({
    unitDays: [{ day: '2026-11-25', kind: 'unit-closing', name: 'Dời trụ sở', blocks: [], source_ref: 'thử' }],
  });
  const { dueIso, sentence } = resumeDue({
    due: new Date('2026-11-25T17:00:00+07:00'),
    requestedAt: new Date('2026-11-23T09:00:00+07:00'),
    resumedAt: new Date('2026-11-23T10:00:00+07:00'),
    calendar: closed,
  });
  expect(dueIso).toBe('2026-11-26T17:00:00+07:00');
  expect(sentence).toContain('lùi 1 giờ chờ bổ sung');
});
