import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('units', {
  'not-found': {
    status: 404,
    vi: 'Không có đơn vị nào mang mã {code} vào ngày {date}. Mã xã có 5 chữ số, mã tỉnh có 2 chữ số; mã có thể đã đổi sau khi sáp nhập.',
    en: 'No unit had the code {code} on {date}. Communes have 5 digits, provinces 2; the code may have changed in a merger.',
  },
  'no-such-day': {
    status: 400,
    vi: '“{text}” không phải là một ngày có thật. Hãy ghi như 2026-11-24.',
    en: '“{text}” is not a day that exists. Please write it like 2026-11-24.',
  },
});
