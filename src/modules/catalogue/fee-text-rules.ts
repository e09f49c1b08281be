import type { UnitFee } from './fee-model.ts';

const WORDS = {
  vi: {
    free: 'Miễn phí',
    vnd: (amount: number) => `${amount.toLocaleString('vi-VN')} đ`,
    per: { case: 'vụ việc', copy: 'bản', page: 'trang' },
    each: (money: string, per: string) => `${money}/${per}`,
    further: (page: number, money: string) => `từ trang thứ ${page}: ${money}/trang`,
    cap: (money: string) => `nhiều nhất ${money}/bản`,
  },
  en: {
    free: 'Free of charge',
    vnd: (amount: number) => `${amount.toLocaleString('en-GB')} VND`,
    per: { case: 'case', copy: 'copy', page: 'page' },
    each: (money: string, per: string) => `${money} per ${per}`,
    further: (page: number, money: string) => `from page ${page} on ${money} per page`,
    cap: (money: string) => `at most ${money} per copy`,
  },
};

type Amounts = Pick<UnitFee, 'amountVnd' | 'per' | 'furtherFrom' | 'furtherVnd' | 'capVnd'>;

/** "2.000 đ/trang, từ trang thứ 3: 1.000 đ/trang, nhiều nhất 200.000 đ/bản" */
export function feeLine(fee: Amounts, lang: 'vi' | 'en' = 'vi'): string {
  const words = WORDS[lang];
  if (fee.amountVnd === 0 && fee.furtherVnd === null) return words.free;
  const { furtherFrom, furtherVnd, capVnd } = fee;
  return [
    words.each(words.vnd(fee.amountVnd), words.per[fee.per]),
    ...(furtherFrom !== null && furtherVnd !== null ? [words.further(furtherFrom, words.vnd(furtherVnd))] : []),
    ...(capVnd !== null ? [words.cap(words.vnd(capVnd))] : []),
  ].join(', ');
}
