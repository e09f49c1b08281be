import { expect, it } from 'vitest';
import { type FeeForm, readFee, readVnd } from './fee-rules.ts';
import { feeLine } from './fee-text-rules.ts';

const FORM: FeeForm = {
  channel: '',
  label: '',
  amount: '8.000',
  per: 'copy',
  furtherFrom: '',
  further: '',
  cap: '',
  exemptions: '',
  source: 'Nghị quyết thử',
};
const faultsOf = (over: Partial<FeeForm>) => {
  const read = readFee({ ...FORM, ...over });
  return 'faults' in read ? read.faults.map(([field, { refused }]) => [field, refused]) : [];
};

it.each([
  ['8000', 8000],
  ['8.000', 8000],
  ['8,000', 8000],
  ['1.234.567 đ', 1234567],
  ['8 000 đồng', 8000],
  ['0', 0],
  ['8.5', undefined],
  ['8,00', undefined],
  ['-5', undefined],
  ['tám nghìn', undefined],
  ['999999999', undefined],
])('reads %s as whole đồng', (text, amount) => expect(readVnd(text)).toBe(amount));

it('takes a fee by pages with its tier and cap, and drops them where nothing is counted by pages', () => {
  const pages = { amount: '2.000', per: 'page', furtherFrom: '3', further: '1.000', cap: '200.000' };
  expect(readFee({ ...FORM, ...pages })).toEqual({
    fields: {
      channel: null,
      label: '',
      amountVnd: 2000,
      per: 'page',
      furtherFrom: 3,
      furtherVnd: 1000,
      capVnd: 200000,
      exemptions: null,
      sourceRef: 'Nghị quyết thử',
    },
  });
  expect(readFee({ ...FORM, ...pages, per: 'copy' })).toMatchObject({ fields: { furtherFrom: null, capVnd: null } });
});

it('says beside each field what is wrong', () => {
  expect(faultsOf({ amount: '', source: ' ' })).toEqual([
    ['amount', 'catalogue.money-missing'],
    ['source', 'catalogue.source-missing'],
  ]);
  expect(faultsOf({ per: 'page', furtherFrom: '1', further: '1.000' })).toEqual([
    ['furtherFrom', 'catalogue.further-incomplete'],
  ]);
  expect(faultsOf({ per: 'page', further: '1.000' })).toEqual([['furtherFrom', 'catalogue.further-incomplete']]);
  expect(faultsOf({ label: 'x'.repeat(200) })).toEqual([['label', 'catalogue.too-long']]);
  expect(readFee({ ...FORM, amount: '' }, true)).toMatchObject({ fields: { amountVnd: null } });
});

it('writes money the Vietnamese way', () => {
  const fee = { amountVnd: 2000, per: 'page', furtherFrom: 3, furtherVnd: 1000, capVnd: 200_000 } as const;
  expect(feeLine(fee)).toBe('2.000 đ/trang, từ trang thứ 3: 1.000 đ/trang, nhiều nhất 200.000 đ/bản');
  expect(feeLine({ ...fee, amountVnd: 0, furtherFrom: null, furtherVnd: null, capVnd: null })).toBe('Miễn phí');
});
