import { expect, it } from 'vitest';
import { chosen, suggestionsOf } from './place-search-rules.ts';

const units = [
  { name: 'Phường Phú An', place: 'Thành phố Hồ Chí Minh', reasons: ['Phường Hiệp An có một phần nhập vào đây'] },
  { name: 'Phường Hiệp An', place: 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương', reasons: [] },
];
const found = suggestionsOf(units, 'Hiệp An');

it('suggests a commune with its province and the reason', () => {
  expect(found[0]).toEqual({
    value: 'Phường Phú An, Thành phố Hồ Chí Minh',
    commune: 'Phường Phú An',
    province: 'Thành phố Hồ Chí Minh',
    note: 'Phường Hiệp An có một phần nhập vào đây',
    label: 'Phường Hiệp An có một phần nhập vào đây',
  });
  expect(found[1]?.province).toBe('Tỉnh Bình Dương');
});

it('knows what was chosen, and leaves alone what is only typed', () => {
  expect(chosen(' Phường Phú An, Thành phố Hồ Chí Minh ', found)?.commune).toBe('Phường Phú An');
  expect(chosen('Phường Phú An', found)).toBeUndefined();
});

it('labels a suggestion with what was typed where its own letters do not contain it: browsers would hide it', () => {
  expect(suggestionsOf(units, 'hiep an').map(({ label }) => label)).toEqual([
    'hiep an: Phường Hiệp An có một phần nhập vào đây',
    'hiep an: Phường Hiệp An',
  ]);
  expect(found[1]?.label).toBe('');
});
