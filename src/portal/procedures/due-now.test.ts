import { describe, expect, it } from 'vitest';
import type { ProcedureDetail, Way } from '../../modules/catalogue/index.ts';
import { shippedCalendar } from '../../modules/units/index.ts';
import { dueNow, instantText } from './due-now.ts';

const way = (text: string | null, more: Partial<Way> = {}): Way => ({
  channels: ['online'],
  duration: { text, note: null, sure: null },
  lateRule: null,
  extension: null,
  fee: { text: null, amountVnd: null, cases: [], exempt: null, sure: null },
  note: null,
  ...more,
});
const detail = (...ways: Way[]) => ({ ways }) as unknown as ProcedureDetail;
const calendar = shippedCalendar();
/** Monday 23/11/2026, 15:30; the next day is a public holiday. */
const LATE = new Date('2026-11-23T15:30:00+07:00');

describe('what filing now promises', () => {
  it('counts with the calendar, and explains', () => {
    const { at, ways } = dueNow(detail(way('trong ngày', { lateRule: '15h' })), calendar, LATE, 'vi');
    expect(at).toBe('15:30, thứ Hai 23/11/2026');
    expect(ways[0]?.due).toBe('17:00, thứ Tư 25/11/2026');
    expect(ways[0]?.steps.length).toBeGreaterThan(1);
  });

  it('says equal promises once, and never guesses', () => {
    const { ways } = dueNow(
      detail(way('3 Ngày làm việc'), way('3 Ngày làm việc', { channels: ['post'] }), way('tùy trường hợp'), way(null)),
      calendar,
      LATE,
      'en',
    );
    expect(ways).toHaveLength(1);
    expect(ways[0]?.channels).toEqual(['online', 'post']);
  });

  it('dates an extension only when it takes the place of the duration', () => {
    const extension = { text: '5 ngày làm việc', total: true, when: 'Cần xác minh', sure: null };
    const [total] = dueNow(detail(way('1 ngày', { extension })), calendar, LATE, 'vi').ways;
    expect(total?.extended).toBe('17:00, thứ Ba 01/12/2026');
    const [added] = dueNow(
      detail(way('1 ngày', { extension: { ...extension, total: false } })),
      calendar,
      LATE,
      'vi',
    ).ways;
    expect(added?.extended).toBeNull();
  });
});

it('tells days in English', () => {
  expect(instantText(LATE, 'en')).toBe('15:30, Monday, 23 November 2026');
});
