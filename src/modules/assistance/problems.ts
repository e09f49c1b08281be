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
  'draft-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản đang điền này của người dân. Mời mở lại từ trang phiên hỗ trợ.',
    en: 'This draft of the person was not found. Please open it again from the support session.',
  },
  'draft-incomplete': {
    status: 422,
    vi: 'Hồ sơ còn {count} chỗ chưa đủ nên chưa gửi mã được. Mời điền đủ rồi gửi mã.',
    en: '{count} things are still missing, so the code cannot be sent yet. Please complete them first.',
  },
  'no-phone': {
    status: 422,
    vi: 'Tài khoản của người dân không còn số điện thoại để gửi mã. Mời bắt đầu phiên mới với số đang dùng.',
    en: 'The person’s account has no phone to send the code to. Please start a new session with the number in use.',
  },
  'changed-after-code': {
    status: 409,
    vi: 'Tờ khai đã được sửa sau khi gửi mã, nên mã đó không còn dùng được. Mời người dân xem lại rồi gửi mã mới.',
    en: 'The form was changed after the code was sent, so that code is no longer good. Please review it together and send a new code.',
  },
  'ended-in-future': {
    status: 422,
    vi: 'Giờ kết thúc của lượt hỗ trợ ở tương lai. Mời xem lại đồng hồ của máy.',
    en: 'The end of the support turn lies in the future. Please check the clock of the device.',
  },
});
