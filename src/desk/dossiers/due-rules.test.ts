import { describe, expect, it } from 'vitest';
import { localDate, shippedCalendar } from '../../modules/units/index.ts';
import { dueBadge, workingDaysBetween } from './due-rules.ts';

const calendar = shippedCalendar();
const at = (local: string) => new Date(`${local}:00+07:00`);
const badge = (state: 1 | 2 | 4 | 5 | 9 | 10, now: string, due: string | null, submitted = '2026-11-20T09:00') =>
  dueBadge({ state, dueAt: due ? at(due) : null, submittedAt: at(submitted) }, at(now), calendar);

describe('working days between', () => {
  it('skips weekends and the holiday of 24 November 2026', () => {
    expect(workingDaysBetween(calendar, localDate('2026-11-20'), localDate('2026-11-26'))).toBe(3);
    expect(workingDaysBetween(calendar, localDate('2026-11-26'), localDate('2026-11-26'))).toBe(0);
    expect(workingDaysBetween(calendar, localDate('2026-11-26'), localDate('2026-11-20'))).toBe(0);
  });
});

describe('the badge of a due date', () => {
  it('says in words how many working days are left or over', () => {
    expect(badge(4, '2026-11-20T10:00', '2026-12-01T17:00')).toEqual({ tone: 'success', text: 'còn 6 ngày làm việc' });
    expect(badge(2, '2026-11-23T10:00', '2026-11-26T17:00')).toEqual({ tone: 'warning', text: 'còn 2 ngày làm việc' });
    expect(badge(4, '2026-11-26T10:00', '2026-11-26T17:00')).toEqual({ tone: 'warning', text: 'hạn hôm nay, 17:00' });
    expect(badge(4, '2026-11-26T17:01', '2026-11-26T17:00')).toEqual({ tone: 'danger', text: 'quá hạn từ 17:00' });
    expect(badge(4, '2026-11-25T08:00', '2026-11-23T17:00')).toEqual({
      tone: 'danger',
      text: 'quá hạn 1 ngày làm việc',
    });
    expect(badge(4, '2026-11-25T08:00', null)).toEqual({ tone: 'neutral', text: 'chưa có hạn' });
  });

  it('counts a new one from its submission and is quiet where nothing is owed', () => {
    expect(badge(1, '2026-11-20T16:00', null)).toEqual({ tone: 'info', text: 'mới nộp hôm nay' });
    expect(badge(1, '2026-11-23T08:00', null)).toEqual({ tone: 'warning', text: 'đã chờ 1 ngày làm việc' });
    expect(badge(5, '2026-11-30T08:00', '2026-11-23T17:00').tone).toBe('neutral');
    expect(badge(9, '2026-11-30T08:00', '2026-11-23T17:00').tone).toBe('info');
    expect(badge(10, '2026-11-30T08:00', '2026-11-23T17:00').tone).toBe('neutral');
  });
});
