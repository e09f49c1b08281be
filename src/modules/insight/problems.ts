import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('insight', {
  'no-such-day': {
    status: 422,
    vi: 'Ngày {date} không có trong lịch. Mời chọn lại ngày, ví dụ 2026-11-24.',
    en: 'There is no day {date}. Please choose a day, e.g. 2026-11-24.',
  },
});
