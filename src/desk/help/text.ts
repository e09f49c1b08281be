import type { Outcome } from '../../modules/assistance/model.ts';
import type { Place, Purpose } from '../../modules/mandates/model.ts';

/** Words of the helper's pages. The desk speaks Vietnamese; what the citizen reads is in `hand-over-text.ts`. */
export const PLACE_LABELS: Readonly<Record<Place, string>> = {
  'one-stop': 'Bộ phận Một cửa',
  home: 'Nhà người dân',
  'neighbourhood-office': 'Văn phòng khu phố',
  phone: 'Qua điện thoại',
  other: 'Nơi khác',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  solved: 'Xong việc',
  partly: 'Xong một phần',
  'not-solved': 'Chưa xong',
  redirected: 'Đã chỉ đến đúng nơi',
};

/** What was agreed, in short, for the helper's page. */
export const PURPOSE_LABELS: Readonly<Record<Purpose, string>> = {
  account: 'Mở, hoàn thiện tài khoản',
  file: 'Điền tờ khai, thêm ảnh giấy tờ, nộp hồ sơ',
  follow: 'Xem tình trạng hồ sơ, giúp bổ sung',
};

export const TURN_ERRORS = {
  kind: 'Hãy chọn loại hỗ trợ.',
  place: 'Hãy chọn nơi hỗ trợ.',
  channel: 'Hãy chọn cách hỗ trợ.',
  minutes: 'Hãy ghi số phút, từ 1 đến 600.',
  outcome: 'Hãy chọn kết quả.',
} as const;

export const helpText = {
  title: 'Hỗ trợ một người',
  lead: 'Làm cùng người dân, dưới mắt người dân. Không hỏi, không giữ mật khẩu hay mã đăng nhập của họ.',
  done: {
    luot: 'Đã ghi lượt hỗ trợ. Cảm ơn bạn.',
    rut: 'Người dân đã rút lại đồng ý. Phiên hỗ trợ dừng ngay; việc đã làm vẫn còn trong nhật ký của người dân.',
  },
  openSessions: 'Phiên đang mở',
  start: 'Bắt đầu với một người',
  phone: 'Số điện thoại của người dân',
  phoneHint: 'Số di động đang ở bên người dân: mã đồng ý được gửi đến số này. Chưa có tài khoản thì hệ thống mở luôn.',
  place: 'Bạn đang ngồi ở đâu?',
  placeHint:
    'Giúp qua điện thoại thì không làm thay được, vì người dân phải tự nhập mã. Hãy hướng dẫn rồi ghi nhanh một lượt.',
  readAloud: 'Đọc cho người dân nghe, rồi đánh dấu những việc họ muốn',
  purposes: 'Người dân đồng ý những việc nào?',
  purposesHint: 'Chỉ đánh dấu việc người dân nói “có”. Từng việc một.',
  lang: 'Người dân đọc bằng tiếng gì?',
  send: 'Gửi mã cho người dân',
  quick: 'Ghi nhanh một lượt, không cần tài khoản',
} as const;
