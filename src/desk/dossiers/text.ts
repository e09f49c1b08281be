import type { ActionKind } from '../../modules/dossiers/index.ts';

/** Words of the desk's dossier pages. The desk speaks Vietnamese. */
export const FILTER_LABELS = {
  new: 'Chờ tiếp nhận',
  working: 'Đang xử lý',
  waiting: 'Chờ bổ sung',
  ready: 'Chờ trả kết quả',
  closed: 'Đã khép',
  all: 'Tất cả',
} as const;

export const FILTER_EMPTY = {
  new: 'Không có hồ sơ nào chờ tiếp nhận.',
  working: 'Không có hồ sơ nào đang xử lý.',
  waiting: 'Không có hồ sơ nào chờ người dân bổ sung.',
  ready: 'Không có kết quả nào chờ trả.',
  closed: 'Chưa có hồ sơ nào được khép lại.',
  all: 'Chưa có hồ sơ nào.',
} as const;

/** What happened, as the history tells it. */
export const ACTION_LABELS: Readonly<Record<ActionKind, string>> = {
  submit: 'Nộp hồ sơ',
  receive: 'Tiếp nhận',
  refuse: 'Không tiếp nhận',
  'request-supplement': 'Yêu cầu bổ sung',
  supplement: 'Người dân đã bổ sung',
  process: 'Bắt đầu xử lý',
  finish: 'Xử lý xong, có kết quả',
  'hand-over': 'Trả kết quả',
};

export const CHANNEL_LABELS = { 1: 'Nộp trực tiếp', 2: 'Nộp trực tuyến', 3: 'Nộp qua bưu chính' } as const;

export const METHOD_LABELS = {
  counter: 'Trả trực tiếp tại quầy',
  post: 'Gửi qua bưu chính công ích',
  online: 'Trả trực tuyến',
} as const;

/** The notice after an act. */
export const DONE_TEXT = {
  'tiep-nhan': 'Đã tiếp nhận hồ sơ. Người dân thấy ngay ngày hẹn trả kết quả.',
  'khong-tiep-nhan': 'Đã ghi không tiếp nhận, kèm lý do cho người dân.',
  'yeu-cau-bo-sung': 'Đã gửi yêu cầu bổ sung. Đồng hồ của hồ sơ tạm dừng đến khi người dân gửi lại.',
  'xu-ly': 'Đã chuyển sang đang xử lý.',
  'hoan-thanh': 'Đã lưu kết quả. Người dân được báo là kết quả đã có.',
  'tra-ket-qua': 'Đã ghi trả kết quả. Hồ sơ khép lại.',
} as const;

/** Sentences that fit often, offered while typing. */
export const REASON_HINTS = {
  paper: [
    'Ảnh bị mờ. Mời chụp lại ở nơi sáng, thấy rõ chữ.',
    'Ảnh bị thiếu góc. Mời chụp lại đủ bốn góc của tờ giấy.',
    'Thiếu trang. Mời chụp thêm các trang còn lại.',
    'Chưa có giấy này. Mời chụp và thêm vào hồ sơ.',
    'Không đúng giấy cần nộp. Mời xem lại tên giấy và chụp đúng loại.',
  ],
  field: [
    'Chưa khớp với giấy tờ kèm theo. Mời ghi đúng như trong giấy.',
    'Chưa ghi đủ dấu. Mời ghi đúng họ tên như trên căn cước.',
    'Chưa điền. Mời điền vào chỗ này.',
  ],
} as const;
