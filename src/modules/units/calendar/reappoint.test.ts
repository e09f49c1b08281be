import { expect, test } from 'vitest';
import { isRefusal } from '../../../platform/problem.ts';
import { type ReappointInput, reappoint } from './reappoint.ts';
import { loadCalendar } from './test-data.ts';

const calendar = loadCalendar();
const asked: ReappointInput = {
  due: new Date('2026-11-25T17:00:00+07:00'),
  now: new Date('2026-11-24T09:00:00+07:00'),
  extension: { unit: 'working-day', amount: 3 },
  used: 0,
  calendar,
};
const done = (more: Partial<ReappointInput>) => {
  const result = reappoint({ ...asked, ...more });
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
};

test('the extension counts from the promised date', () => {
  const { dueIso, used, sentence, overrideReason } = done({});
  expect(dueIso).toBe('2026-11-30T17:00:00+07:00');
  expect(used).toBe(1);
  expect(overrideReason).toBeNull();
  expect(sentence).toBe(
    'Hẹn lại thêm 3 ngày làm việc tính từ ngày hẹn cũ 17:00 thứ Tư 25/11/2026, nên hẹn trả lúc 17:00 thứ Hai 30/11/2026.',
  );
});

test('of a date that has passed it counts from now', () => {
  expect(done({ now: new Date('2026-11-27T10:00:00+07:00') }).dueIso).toBe('2026-12-02T17:00:00+07:00');
});

test('at most once; a supervisor may allow more, with a reason', () => {
  expect(reappoint({ ...asked, used: 1 })).toMatchObject({ refused: 'units.reappoint-used' });
  expect(reappoint({ ...asked, used: 1, override: { reason: '  ' } })).toMatchObject({
    refused: 'units.reappoint-reason-needed',
  });
  const allowed = done({ used: 1, override: { reason: ' Chờ trả lời xác minh của nơi khác ' } });
  expect(allowed).toMatchObject({ used: 2, overrideReason: 'Chờ trả lời xác minh của nơi khác' });
  expect(reappoint({ ...asked, used: 2 })).toMatchObject({ refused: 'units.reappoint-used' });
});
