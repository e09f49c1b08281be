import { defineProblems, type Refusal } from '../../platform/problem.ts';

/** A Vietnamese phone number in the two forms that we use. */
export interface Phone {
  /** For storage: `+84901234567`. */
  readonly e164: string;
  /** For people: `0901234567`. */
  readonly display: string;
  readonly kind: 'mobile' | 'landline';
  /** One-time codes go by text message, which a landline does not take. */
  readonly canReceiveCodes: boolean;
  /** What was changed while reading, to be shown for a look; null when nothing was. */
  readonly note: { readonly code: 'converted-2018' | 'zero-added'; readonly message: string } | null;
}

const refuse = defineProblems('identity', {
  'phone-empty': {
    status: 422,
    vi: 'Chưa nhập số điện thoại. Hãy nhập số di động 10 chữ số, ví dụ 0901 234 567.',
    en: 'No phone number was given. Please type a mobile number of 10 digits, e.g. 0901 234 567.',
  },
  'phone-letters': {
    status: 422,
    vi: 'Số điện thoại chỉ gồm chữ số. Hãy bỏ các chữ và dấu lạ rồi nhập lại.',
    en: 'A phone number has digits only. Please remove letters and other signs.',
  },
  'phone-several': {
    status: 422,
    vi: 'Ở đây có hai số điện thoại. Hãy chỉ nhập một số, là số mà người dân đang dùng.',
    en: 'There are two phone numbers here. Please give only one, the one in use.',
  },
  'phone-length': {
    status: 422,
    vi: 'Số điện thoại có {count} chữ số, chưa đúng. Số di động có 10 chữ số, ví dụ 0901 234 567.',
    en: 'The phone number has {count} digits, which is not right. A mobile number has 10, e.g. 0901 234 567.',
  },
  'phone-unknown-prefix': {
    status: 422,
    vi: 'Không có mạng nào ở Việt Nam dùng đầu số {prefix}. Hãy xem lại số điện thoại.',
    en: 'No network in Viet Nam uses the prefix {prefix}. Please check the number.',
  },
  'phone-foreign': {
    status: 422,
    vi: 'Đây là số điện thoại nước ngoài. Hãy nhập một số di động ở Việt Nam, có thể là của người thân.',
    en: 'This is a foreign number. Please give a Vietnamese mobile number, perhaps a relative’s.',
  },
  'phone-service': {
    status: 422,
    vi: 'Đây là số tổng đài, không phải số của một người. Hãy nhập số di động 10 chữ số.',
    en: 'This is a service number, not a person’s. Please type a mobile number of 10 digits.',
  },
});

const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/;
/** 024 and 028 with 8 digits, other areas 02xx with 7: 11 digits either way. */
const LANDLINE = /^02\d{9}$/;

/** Heads of the 11-digit mobiles of before 15 September 2018, and what they became. */
const HEADS_2018: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

const SEPARATORS = /[\s.,\-–—()_·\u200b\ufeff]+/g;

const phone = (national: string, kind: Phone['kind'], note: Phone['note']): Phone => ({
  e164: `+84${national.slice(1)}`,
  display: national,
  kind,
  canReceiveCodes: kind === 'mobile',
  note,
});

/** Digits in the national form 0…; null for another country's number. */
function nationalOf(digits: string): string | null {
  const international = digits.replace(/^00(?=[1-9])/, '+');
  if (international.startsWith('+'))
    return international.startsWith('+84') ? `0${international.slice(3).replace(/^0/, '')}` : null;
  return /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits;
}

function ofNational(national: string, typed: string): Phone | Refusal {
  if (MOBILE.test(national)) return phone(national, 'mobile', null);
  if (LANDLINE.test(national)) return phone(national, 'landline', null);
  const head = HEADS_2018[national.slice(0, 4)];
  if (head && national.length === 11) {
    const now = head + national.slice(4);
    const message = `Số 11 chữ số ${national} đã đổi thành ${now} từ năm 2018. Hãy hỏi lại người dân số đang dùng.`;
    return phone(now, 'mobile', { code: 'converted-2018', message });
  }
  if (MOBILE.test(`0${national}`)) {
    const message = `Đã thêm số 0 ở đầu: 0${national}. Hãy xem lại cho đúng.`;
    return phone(`0${national}`, 'mobile', { code: 'zero-added', message });
  }
  if (/^(?:1[89]00\d{4,6}|11[1-5]|1\d{2,4})$/.test(national)) return refuse('phone-service');
  if (/^0\d{9}$/.test(national) || /^01\d{9}$/.test(national))
    return refuse('phone-unknown-prefix', { prefix: national.slice(0, national.length - 7) });
  return refuse('phone-length', { count: typed.replace(/\D/g, '').length });
}

/**
 * Reads a phone number as people write it: spaces, dots, +84, 84, a lost 0, an 11-digit mobile of before 2018.
 * Refusals: `phone-empty`, `phone-letters`, `phone-several`, `phone-foreign`, `phone-service`, `phone-unknown-prefix`,
 * `phone-length`. Source of the prefixes: numbering plan in force, facts §2.3.
 */
export function parsePhone(text: string): Phone | Refusal {
  const plain = text.normalize('NFKC').trim();
  const parts = plain.split(/[/;|]|\bhoặc\b|,(?=\s*[+0])/).filter((part) => /\d{7}/.test(part.replace(SEPARATORS, '')));
  if (parts.length > 1) return refuse('phone-several');
  const digits = plain.replace(/^(?:sđt|đt|tel|điện thoại|số điện thoại)\s*:?\s*/i, '').replace(SEPARATORS, '');
  if (digits === '') return refuse('phone-empty');
  if (!/^\+?\d+$/.test(digits)) return refuse('phone-letters');
  if (/^\+?\d{18,}$/.test(digits)) return refuse('phone-several');
  const national = nationalOf(digits);
  return national === null ? refuse('phone-foreign') : ofNational(national, digits);
}

/** For lists and messages: `090 *** *567`, enough to recognise one's own number. Takes either form. */
export function maskPhone(number: string): string {
  const local = number.replace(/^\+84/, '0');
  return /^\d{9,}$/.test(local) ? `${local.slice(0, 3)} *** *${local.slice(-3)}` : '***';
}
