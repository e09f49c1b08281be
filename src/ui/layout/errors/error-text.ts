import type { Lang } from '../../text.ts';

interface ErrorText {
  readonly title: string;
  readonly lead: string;
  /** What to do next, the easiest first. */
  readonly steps: readonly string[];
}

export type ErrorKind = 'notFound' | 'forbidden' | 'tooMany' | 'serverError' | 'offline';

interface ErrorTexts extends Record<ErrorKind, ErrorText> {
  readonly home: string;
  readonly retry: string;
  readonly signIn: string;
  readonly waitMinutes: (minutes: number) => string;
}

const vi: ErrorTexts = {
  notFound: {
    title: 'Không tìm thấy trang này',
    lead: 'Địa chỉ có thể bị gõ thiếu chữ, hoặc trang đã chuyển đi nơi khác.',
    steps: [
      'Về trang đầu rồi tìm lại từ đó.',
      'Nếu bạn bấm từ tin nhắn, hãy mở lại tin nhắn và bấm vào cả dòng địa chỉ.',
    ],
  },
  forbidden: {
    title: 'Bạn chưa xem được trang này',
    lead: 'Trang này chỉ dành cho người có tên trong hồ sơ, hoặc cán bộ được giao việc.',
    steps: [
      'Đăng nhập bằng đúng số điện thoại đã dùng khi nộp hồ sơ.',
      'Nếu bạn đã đăng nhập, hãy đăng xuất rồi đăng nhập lại.',
    ],
  },
  tooMany: {
    title: 'Xin chờ một chút',
    lead: 'Máy này vừa thử quá nhiều lần. Chúng tôi tạm dừng để giữ an toàn cho bạn.',
    steps: ['Những gì bạn đã lưu vẫn còn nguyên.', 'Sau khi chờ, hãy thử lại một lần.'],
  },
  serverError: {
    title: 'Hệ thống đang trục trặc',
    lead: 'Lỗi này là của chúng tôi, không phải của bạn. Những gì bạn đã lưu vẫn còn nguyên.',
    steps: ['Chờ vài phút rồi thử lại.', 'Nếu vẫn không được, hãy gọi cho chúng tôi và đọc mã bên dưới.'],
  },
  offline: {
    title: 'Máy đang mất mạng',
    lead: 'Chưa có gì bị mất. Nối lại mạng rồi thử lại là được.',
    steps: ['Xem Wi-Fi hoặc dữ liệu di động đã bật chưa.', 'Ra chỗ thoáng hơn, chờ một lát rồi thử lại.'],
  },
  home: 'Về trang đầu',
  retry: 'Thử lại',
  signIn: 'Đăng nhập',
  waitMinutes: (minutes) => `Xin thử lại sau ${minutes} phút.`,
};

const en: ErrorTexts = {
  notFound: {
    title: 'Page not found',
    lead: 'The address may be incomplete, or the page has moved.',
    steps: [
      'Go to the home page and look from there.',
      'If you came from a message, open it again and tap the whole address.',
    ],
  },
  forbidden: {
    title: 'You cannot see this page yet',
    lead: 'It is for the people named in the application and the officers in charge of it.',
    steps: ['Sign in with the phone number used for the application.', 'If you are signed in, sign out and in again.'],
  },
  tooMany: {
    title: 'Please wait a moment',
    lead: 'There were too many attempts from this device. We paused to keep you safe.',
    steps: ['Everything you saved is still there.', 'After the wait, try once more.'],
  },
  serverError: {
    title: 'Something is broken on our side',
    lead: 'This is our fault, not yours. Everything you saved is still there.',
    steps: ['Wait a few minutes and try again.', 'If it still fails, call us and read out the code below.'],
  },
  offline: {
    title: 'Your device is offline',
    lead: 'Nothing is lost. Connect again and retry.',
    steps: ['Check that Wi-Fi or mobile data is on.', 'Move to an open place, wait a moment and retry.'],
  },
  home: 'Go to the home page',
  retry: 'Try again',
  signIn: 'Sign in',
  waitMinutes: (minutes) => `Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
};

const texts: Record<Lang, ErrorTexts> = { vi, en };

export const errorText = (lang: Lang): ErrorTexts => texts[lang];
