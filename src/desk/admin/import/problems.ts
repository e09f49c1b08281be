import { defineProblems } from '../../../platform/problem.ts';

export const refuse = defineProblems('import', {
  'preview-gone': {
    status: 410,
    vi: 'Danh sách này đã quá một giờ chưa xác nhận, hoặc do người khác gửi, nên không còn ở đây. Hãy gửi lại tệp.',
    en: 'This list waited for more than an hour, or was sent by somebody else. Please upload the file again.',
  },
});
