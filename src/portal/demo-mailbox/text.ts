import type { Lang } from '../../platform/problem.ts';

const vi = {
  title: 'Hộp thư thử',
  lead: 'Chỉ bản chạy thử trên máy này mới có trang này. Nó thay cho điện thoại của những người bịa ra.',
  reload: 'Tải lại',
  messages: 'Tin nhắn đã gửi',
  noMessages: 'Chưa có tin nhắn nào. Hãy đăng nhập bằng một số điện thoại bất kỳ rồi quay lại đây.',
  to: 'Gửi đến',
  text: 'Nội dung',
  at: 'Lúc',
  staff: 'Mã xác thực của cán bộ thử',
  staffLead: (seconds: number) => `Mỗi mã dùng một lần. Mã đổi sau ${seconds} giây: bấm Tải lại để xem mã mới.`,
  name: 'Họ tên',
  login: 'Tên đăng nhập',
  roles: 'Vai trò',
  code: 'Mã',
  used: 'vừa dùng, đợi mã mới',
  role: { admin: 'quản trị', leader: 'lãnh đạo', officer: 'cán bộ', helper: 'người hỗ trợ', auditor: 'kiểm tra' },
};

export type DemoMailboxText = typeof vi;

const en: DemoMailboxText = {
  title: 'Trial mailbox',
  lead: 'Only the trial version on this machine has this page. It stands in for the phones of invented people.',
  reload: 'Reload',
  messages: 'Messages sent',
  noMessages: 'No messages yet. Sign in with any phone number, then come back.',
  to: 'To',
  text: 'Text',
  at: 'At',
  staff: 'Authenticator codes of invented staff',
  staffLead: (seconds) => `Each code works once. It changes in ${seconds} seconds: reload to see the new one.`,
  name: 'Name',
  login: 'Login',
  roles: 'Roles',
  code: 'Code',
  used: 'just used, wait for the next',
  role: { admin: 'administrator', leader: 'leader', officer: 'officer', helper: 'helper', auditor: 'auditor' },
};

export const demoMailboxText = (lang: Lang): DemoMailboxText => (lang === 'en' ? en : vi);
