import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('assistance', {
  'turn-invalid': {
    status: 422,
    vi: 'Lượt hỗ trợ còn chỗ chưa đúng: {fields}. Mời sửa rồi lưu lại.',
    en: 'The support turn is not right yet: {fields}. Please correct and save again.',
  },
  'kind-not-in-force': {
    status: 422,
    vi: 'Loại hỗ trợ này không dùng vào ngày {date}. Mời chọn loại khác.',
    en: 'This kind of support is not in use on {date}. Please choose another one.',
  },
  'session-counted': {
    status: 409,
    vi: 'Phiên hỗ trợ này đã được ghi thành một lượt rồi. Mời về trang Hỗ trợ một người.',
    en: 'This support session has already been counted as a turn. Please go back to the support page.',
  },
  'ended-in-future': {
    status: 422,
    vi: 'Giờ kết thúc của lượt hỗ trợ ở tương lai. Mời xem lại đồng hồ của máy.',
    en: 'The end of the support turn lies in the future. Please check the clock of the device.',
  },
});
