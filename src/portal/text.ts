import type { Lang } from '../platform/problem.ts';

const vi = {
  noUnit: 'Chưa đặt phường, xã',
  find: 'Tìm thủ tục',
  mine: 'Hồ sơ của tôi',
  track: 'Tra cứu hồ sơ',
  me: 'Tài khoản của tôi',
  hotlineHours: 'giờ làm việc, kể cả Ngày thứ bảy thân thiện',
  staff: 'Dành cho cán bộ',
  mailbox: 'Hộp thư chạy thử',
};

const en: typeof vi = {
  noUnit: 'No commune set yet',
  find: 'Find a procedure',
  mine: 'My applications',
  track: 'Track an application',
  me: 'My account',
  hotlineHours: 'office hours, and on Friendly Saturdays',
  staff: 'For staff',
  mailbox: 'Trial mailbox',
};

export const portalText = (lang: Lang): typeof vi => (lang === 'en' ? en : vi);
