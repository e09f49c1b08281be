import type { ReadKind } from '../../modules/identity/index.ts';
import { AUDIT, AUDIT_READS, AUDIT_STAFF } from './paths.ts';

/** Words of the auditor's pages. Acts that are not named here stand by their code. */
export const ACT_LABELS: Readonly<Record<string, string>> = {
  'dossier.submit': 'Nộp hồ sơ',
  'dossier.submit-confirmed': 'Người dân xác nhận nộp',
  'dossier.receive': 'Tiếp nhận hồ sơ',
  'dossier.refuse': 'Không tiếp nhận hồ sơ',
  'dossier.request-supplement': 'Yêu cầu bổ sung',
  'dossier.supplement': 'Người dân đã bổ sung',
  'dossier.process': 'Bắt đầu xử lý',
  'dossier.finish': 'Xử lý xong, có kết quả',
  'dossier.hand-over': 'Trả kết quả',
  'consent.given': 'Người dân đồng ý được hỗ trợ',
  'consent.revoked': 'Người dân rút lại đồng ý',
  'help.ended': 'Kết thúc phiên hỗ trợ',
  'support-turn.recorded': 'Ghi lượt hỗ trợ',
  'household.member-linked': 'Nối người trong hộ với tài khoản',
  'staff.created': 'Thêm cán bộ và vai trò',
  'staff.disabled': 'Ngừng quyền của cán bộ',
  'staff.invited': 'Mời cán bộ',
  'staff.invitation-cancelled': 'Huỷ lời mời',
  'staff.renewal-offered': 'Gửi đường dẫn đặt lại mật khẩu',
  'staff.renewed': 'Cán bộ đặt lại mật khẩu',
  'staff.role-granted': 'Cấp vai trò',
  'staff.role-ended': 'Kết thúc vai trò',
  'staff.enabled': 'Mở lại quyền của cán bộ',
  'staff.signed-in': 'Cán bộ đăng nhập',
  'staff.unit-entered': 'Cán bộ chuyển đến làm cho đơn vị',
  'staff.unit-left': 'Cán bộ chuyển sang đơn vị khác',
  'staff.leave-entered': 'Ghi vắng mặt',
  'staff.leave-cancelled': 'Huỷ vắng mặt',
  'staff.substitution-entered': 'Giao làm thay',
  'staff.substitution-ended': 'Kết thúc làm thay',
};

export const READ_LABELS: Readonly<Record<ReadKind, string>> = {
  dossier: 'Xem nội dung hồ sơ',
  draft: 'Xem bản đang điền',
  paper: 'Mở giấy tờ',
  profile: 'Xem thông tin tài khoản',
  'id-number': 'Mở số định danh để điền đơn',
  'audit-trail': 'Xem nhật ký',
  'read-list': 'Xem danh sách lượt xem',
  'staff-list': 'Xem danh sách cán bộ',
};

/** What the subjects of entries are called. */
export const NOUNS: Readonly<Record<string, string>> = {
  dossier: 'Hồ sơ',
  draft: 'Bản đang điền',
  account: 'Tài khoản',
  consent: 'Sự đồng ý',
  'helper-session': 'Phiên hỗ trợ',
  'support-turn': 'Lượt hỗ trợ',
  staff: 'Cán bộ',
  leave: 'Vắng mặt',
  substitution: 'Làm thay',
  unit: 'Đơn vị',
};

export const auditTabs = (current: string) =>
  [
    { href: AUDIT, label: 'Nhật ký' },
    { href: AUDIT_READS, label: 'Ai đã xem dữ liệu cá nhân' },
    { href: AUDIT_STAFF, label: 'Cán bộ và vai trò' },
  ].map((tab) => ({ ...tab, current: tab.href === current }));

export const FAULT_LABELS = {
  gap: 'thiếu mắt xích trước đó',
  hash: 'mã băm không khớp',
  payload: 'nội dung đã bị sửa',
  head: 'cuối chuỗi không khớp (có thể đã bị cắt)',
} as const;
