import type { Lang } from '../../platform/problem.ts';

/** A number is never broken over two lines. */
const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00a0');

const vi = {
  phone: {
    title: 'Đăng nhập bằng số điện thoại',
    lead: 'Chúng tôi gửi một mã 6 chữ số vào điện thoại của bạn. Lần đầu dùng cũng làm y như vậy: không phải đăng ký, không cần mật khẩu.',
    label: 'Số điện thoại di động của bạn',
    hint: 'Ví dụ: 0901 234 567',
    send: 'Gửi mã cho tôi',
    noPhone:
      'Không có điện thoại, hoặc không nhận được tin nhắn? Mời đến bộ phận một cửa của phường, sẽ có người giúp bạn.',
  },
  code: {
    title: 'Nhập mã trong tin nhắn',
    sentTo: (phone: string) => `Mã đã gửi đến số ${unbroken(phone)}. Tin nhắn có thể đến chậm một hai phút.`,
    label: 'Mã gồm 6 chữ số',
    enter: 'Đăng nhập',
    warning: 'Đừng đọc mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.',
    again: 'Gửi mã mới',
    againLead: 'Chưa thấy tin nhắn?',
    sentAgain: 'Đã gửi mã mới. Hãy dùng mã trong tin nhắn mới nhất.',
    otherPhone: 'Sai số điện thoại? Nhập lại số',
  },
  demo: 'Bản chạy thử không gửi tin nhắn thật.',
  demoLink: 'Mở hộp thư thử để xem mã',
};

export type SignInText = typeof vi;

const en: SignInText = {
  phone: {
    title: 'Sign in with your phone number',
    lead: 'We send a 6-digit code to your phone. The first time works the same way: no registration, no password.',
    label: 'Your mobile number',
    hint: 'Example: 0901 234 567',
    send: 'Send me the code',
    noPhone: 'No phone, or no message arriving? Please come to the ward’s one-stop desk: somebody will help you.',
  },
  code: {
    title: 'Type the code from the message',
    sentTo: (phone) => `The code was sent to ${unbroken(phone)}. It may take a minute or two.`,
    label: '6-digit code',
    enter: 'Sign in',
    warning: 'Do not tell this code to anybody, not even to someone who says they are an officer.',
    again: 'Send a new code',
    againLead: 'No message yet?',
    sentAgain: 'A new code was sent. Please use the one in the newest message.',
    otherPhone: 'Wrong number? Type it again',
  },
  demo: 'This trial version sends no real messages.',
  demoLink: 'Open the trial mailbox to see the code',
};

export const signInText = (lang: Lang): SignInText => (lang === 'en' ? en : vi);
