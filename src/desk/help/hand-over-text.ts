import type { Lang } from '../../platform/problem.ts';

const vi = {
  title: 'Mời đưa máy cho người dân',
  toCitizen: 'Xin mời ông/bà tự đọc và tự nhập mã.',
  sent: (phone: string) => `Mã vừa được gửi đến số ${phone}.`,
  warning: 'Mã gồm 6 chữ số. Xin đừng đọc mã cho người hỗ trợ hay cho ai khác.',
  codeLabel: 'Mã trong tin nhắn',
  agreed: 'Tôi đồng ý cho làm những việc này:',
  notAgreed: 'Những việc này thì không:',
  agree: 'Tôi đồng ý',
  disagree: 'Tôi không đồng ý',
  submitTitle: 'Xin ông/bà xem lại trước khi nộp',
  submitLead: (procedure: string) => `Ông/bà sắp nộp hồ sơ: ${procedure}.`,
  submit: 'Tôi đồng ý nộp hồ sơ này',
  notYet: 'Khoan, chưa nộp',
  againLead: 'Không nhận được tin nhắn?',
  again: 'Gửi mã mới',
  demo: 'Đây là bản chạy thử: mã không gửi đi thật mà nằm trong',
  demoLink: 'hộp thư chạy thử',
};

const en: typeof vi = {
  title: 'Please hand the device to the person',
  toCitizen: 'Please read this yourself and type the code yourself.',
  sent: (phone) => `A code was just sent to ${phone}.`,
  warning: 'The code has 6 digits. Please do not read it out to the helper or to anybody else.',
  codeLabel: 'Code in the message',
  agreed: 'I agree to these things:',
  notAgreed: 'Not to these:',
  agree: 'I agree',
  disagree: 'I do not agree',
  submitTitle: 'Please look at it again before submitting',
  submitLead: (procedure) => `You are about to submit: ${procedure}.`,
  submit: 'I agree to submit this',
  notYet: 'Wait, not yet',
  againLead: 'No message came?',
  again: 'Send a new code',
  demo: 'This is a trial: codes are not really sent but lie in the',
  demoLink: 'trial mailbox',
};

export const handOverText = (lang: Lang): typeof vi => (lang === 'en' ? en : vi);
