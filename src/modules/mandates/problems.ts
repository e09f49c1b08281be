import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('mandates', {
  'no-purpose': {
    status: 422,
    vi: 'Hãy cùng người dân chọn ít nhất một việc cần hỗ trợ.',
    en: 'Please choose with the person at least one thing to help with.',
  },
  'no-place': {
    status: 422,
    vi: 'Hãy chọn nơi đang ngồi hỗ trợ người dân.',
    en: 'Please choose where you are sitting with the person.',
  },
  'phone-no-codes': {
    status: 422,
    vi: 'Số máy bàn không nhận được tin nhắn. Hãy nhập số di động mà người dân đang cầm.',
    en: 'A landline cannot receive messages. Please enter the mobile number that the person has at hand.',
  },
  'no-team': {
    status: 403,
    vi: 'Bạn chưa được xếp vào tổ hỗ trợ nào. Mời liên hệ tổ trưởng hoặc người quản trị.',
    en: 'You are not in a support team yet. Please contact the team leader or the administrator.',
  },
  ended: {
    status: 403,
    vi: 'Phiên hỗ trợ này đã kết thúc, hết hạn hoặc người dân đã rút lại đồng ý. Hãy bắt đầu phiên mới nếu người dân muốn.',
    en: 'This support session has ended, expired, or the person withdrew the consent. Start a new one if the person wishes.',
  },
  'not-covered': {
    status: 403,
    vi: 'Người dân chưa đồng ý cho làm việc này. Hãy hỏi lại và bắt đầu phiên mới có đánh dấu việc đó.',
    en: 'The person has not agreed to this. Please ask, and start a new session that covers it.',
  },
  'consent-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần đồng ý này trong tài khoản của bạn.',
    en: 'This consent was not found in your account.',
  },
});
