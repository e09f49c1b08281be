import type { Lang } from '../../platform/problem.ts';

const vi = {
  title: 'Tra cứu hồ sơ',
  lead: 'Nhập hai mã in trên giấy tiếp nhận. Không cần đăng nhập.',
  code: 'Mã hồ sơ',
  codeHint: 'Ví dụ: T79.25.771-261124-0001. Chữ hoa hay thường đều được.',
  secret: 'Mã tra cứu',
  secretHint: '8 chữ, ví dụ: K7QX M2PD.',
  look: 'Xem hồ sơ',
  help: 'Mất giấy tiếp nhận? Đăng nhập để xem trong “Hồ sơ của tôi”, hoặc gọi đường dây nóng của phường, xã.',
  other: 'Tra cứu hồ sơ khác',
  asked: 'Phường, xã cần bổ sung',
  askedHow: 'Người nộp đăng nhập vào “Hồ sơ của tôi” để xem cách sửa và gửi bổ sung, hoặc gọi đường dây nóng.',
  signIn: 'Đăng nhập để bổ sung',
  result: 'Người nộp đăng nhập để tải kết quả, hoặc mang giấy tiếp nhận đến nhận.',
  unit: 'Nơi giải quyết',
};

const en: typeof vi = {
  title: 'Track an application',
  lead: 'Enter the two codes on the receipt. No sign-in needed.',
  code: 'Application code',
  codeHint: 'For example T79.25.771-261124-0001. Capitals do not matter.',
  secret: 'Look-up code',
  secretHint: '8 letters and digits, for example K7QX M2PD.',
  look: 'Look up',
  help: 'Lost the receipt? Sign in and see “My applications”, or call the commune’s hotline.',
  other: 'Look up another one',
  asked: 'The commune asks for',
  askedHow: 'Sign in and open “My applications” to see how to mend it, or call the hotline.',
  signIn: 'Sign in to mend it',
  result: 'Sign in to download the result, or bring the receipt to pick it up.',
  unit: 'Handled by',
};

export const trackingText = (lang: Lang): typeof vi => (lang === 'en' ? en : vi);
