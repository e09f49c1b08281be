import type { Lang } from '../../platform/problem.ts';

const vi = {
  title: 'Bạn cần làm gì?',
  description: 'Tìm thủ tục bằng lời thường, nộp hồ sơ và theo dõi với phường, xã; cần thì có người ngồi làm cùng.',
  hint: 'Gõ như bạn vẫn nói, ví dụ: “làm giấy khai sinh”, “sao y”, “mở quán”.',
  button: 'Tìm',
  usual: 'Hoặc chọn việc của bạn',
  all: 'Xem tất cả thủ tục',
  allText: 'Mọi thủ tục của xã, phường, theo lĩnh vực',
  follow: 'Đã nộp rồi?',
  track: 'Tra cứu hồ sơ',
  trackText: 'Gõ mã trên giấy hẹn để biết hồ sơ đang ở đâu, bao giờ xong.',
  mine: 'Hồ sơ của tôi',
  mineText: 'Hồ sơ đã nộp và hồ sơ đang làm dở.',
  help: {
    title: 'Cần người giúp',
    lead: 'Không quen dùng điện thoại cũng không sao. Có người làm cùng bạn, không mất tiền.',
    call: 'Gọi đường dây nóng',
    noHotline: 'Mời đến bộ phận một cửa của xã, phường: sẽ có người ngồi làm cùng bạn.',
    saturday: 'Ngày thứ bảy thân thiện',
    saturdayText:
      'Cán bộ và thanh niên tình nguyện đến văn phòng khu phố, hoặc đến tận nhà người già yếu, để lập tài khoản, chụp giấy tờ và nộp hồ sơ cùng bạn. Gọi đường dây nóng để hẹn.',
    bring: 'Chỉ cần mang căn cước và điện thoại của bạn.',
  },
  never: {
    title: 'Không ai của phường, xã hỏi bạn những điều này',
    items: [
      'Mật khẩu của bạn.',
      'Mã xác nhận (OTP) trong tin nhắn. Bạn tự gõ, không đọc cho ai.',
      'Chuyển tiền vào tài khoản của một người.',
      'Cài ứng dụng từ đường dẫn gửi qua Zalo hay tin nhắn.',
    ],
    act: 'Ai hỏi là kẻ gian. Hãy dừng lại và gọi đường dây nóng.',
  },
};

export type HomeText = typeof vi;

const en: HomeText = {
  title: 'What do you need to do?',
  description:
    'Find a procedure in plain words, file it with your ward or commune and follow it; somebody can do it with you.',
  hint: 'Vietnamese words work best, with or without accents: “khai sinh” (birth), “ket hon” (marriage), “tam tru” (temporary residence).',
  button: 'Search',
  usual: 'Or choose what you are here for',
  all: 'See all procedures',
  allText: 'Everything wards and communes do, by field',
  follow: 'Filed already?',
  track: 'Track an application',
  trackText: 'Type the code on your receipt to see where it is and when it will be ready.',
  mine: 'My applications',
  mineText: 'What you have filed and what you have begun.',
  help: {
    title: 'Need a person to help',
    lead: 'Not used to phones or computers? Somebody will do it with you, free of charge.',
    call: 'Call the hotline',
    noHotline: 'Come to the one-stop desk of your ward or commune: somebody will sit down with you.',
    saturday: 'Friendly Saturday',
    saturdayText:
      'Officers and young volunteers come to the neighbourhood office, or to the homes of the old and the sick, to open accounts, photograph papers and file with you. Call the hotline to make an appointment.',
    bring: 'All you need is your ID card and your phone.',
  },
  never: {
    title: 'Nobody from the ward or commune will ask you for',
    items: [
      'Your password.',
      'The confirmation code (OTP) from a message. You type it yourself and tell nobody.',
      'A money transfer to somebody’s own account.',
      'Installing an app from a link sent by Zalo or text message.',
    ],
    act: 'Anyone who asks is a fraud. Stop, and call the hotline.',
  },
};

export const homeText = (lang: Lang): HomeText => (lang === 'en' ? en : vi);
