import type { Lang } from '../../platform/problem.ts';

const vi = {
  title: 'Bàn làm việc: đăng nhập',
  lead: 'Dành cho cán bộ, người hỗ trợ và tình nguyện viên.',
  login: 'Tên đăng nhập',
  password: 'Mật khẩu',
  totp: 'Mã xác thực',
  totpHint: '6 chữ số trong ứng dụng xác thực trên điện thoại của bạn. Mỗi mã dùng một lần.',
  enter: 'Đăng nhập',
  failed: 'Chưa đăng nhập được',
  demo: 'Bản chạy thử: tên đăng nhập và mã xác thực của các cán bộ thử có ở',
  demoLink: 'hộp thư thử',
  citizen: 'Bạn là người dân? Đăng nhập bằng số điện thoại',
};

export type DeskSignInText = typeof vi;

const en: DeskSignInText = {
  title: 'Desk: sign in',
  lead: 'For officers, helpers and volunteers.',
  login: 'Login',
  password: 'Password',
  totp: 'Authenticator code',
  totpHint: 'The 6 digits in the authenticator app on your phone. Each code works once.',
  enter: 'Sign in',
  failed: 'Not signed in',
  demo: 'Trial version: logins and authenticator codes of the invented staff are in',
  demoLink: 'the trial mailbox',
  citizen: 'Are you a citizen? Sign in with your phone number',
};

export const deskSignInText = (lang: Lang): DeskSignInText => (lang === 'en' ? en : vi);
