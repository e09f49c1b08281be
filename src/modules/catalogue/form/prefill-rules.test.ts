import { expect, test } from 'vitest';
import { applyCopies, placeFromText, prefill } from './prefill-rules.ts';
import { seedForm } from './testing.ts';

const form = seedForm('1.001193');
const card = {
  fullName: 'Nguyễn Thị Hoa',
  dateOfBirth: '1998-04-05',
  sex: 'nu',
  citizenNo: '074198000001',
  residence: 'Tổ 5, Hiệp An, Thủ Dầu Một, Bình Dương',
  idIssuedOn: '2022-05-20',
} as const;

test('a card fills only what is empty, and says so', () => {
  const before = { 'requester-name': 'Nguyễn Thị Hoà' };
  const { answers, sources, filled } = prefill(form, before, {}, { kind: 'card-qr', person: card });
  expect(answers).toMatchObject({
    'requester-name': 'Nguyễn Thị Hoà',
    'requester-dob': '1998-04-05',
    'requester-citizen-no': '074198000001',
    'id-issued': '2022-05-20',
  });
  expect(filled).not.toContain('requester-name');
  expect(sources).toEqual(Object.fromEntries(filled.map((key) => [key, 'card-qr'])));
});

test('the mother’s card fills the mother', () => {
  const { filled } = prefill(form, {}, {}, { kind: 'card-qr', person: card, as: 'mother' });
  expect(filled).toEqual(['mother-name', 'mother-dob', 'mother-citizen-no', 'mother-residence']);
});

test.each([
  [
    'Số 5, khu phố 3, phường Chánh Hiệp, Thành phố Hồ Chí Minh',
    'Số 5, khu phố 3',
    'phường Chánh Hiệp',
    'Thành phố Hồ Chí Minh',
  ],
  ['Tổ 5, Hiệp An, Thủ Dầu Một, Bình Dương', 'Tổ 5', 'Hiệp An, Thủ Dầu Một', 'Bình Dương'],
  ['Khu phố 3, Chánh Hiệp, Thành phố Hồ Chí Minh', 'Khu phố 3', 'Chánh Hiệp', 'Thành phố Hồ Chí Minh'],
  ['Chánh Hiệp, Thành phố Hồ Chí Minh', '', 'Chánh Hiệp', 'Thành phố Hồ Chí Minh'],
  ['Hà Nội', '', '', 'Hà Nội'],
])('address “%s”', (text, detail, commune, province) => {
  expect(placeFromText(text)).toEqual({ detail, commune, province });
});

test('copies follow the applicant until somebody writes otherwise', () => {
  const base = {
    'requester-name': 'Nguyễn Thị Hoa',
    'requester-dob': '1998-04-05',
    relation: 'me',
    'child-case': 'cha-me',
  };
  const first = applyCopies(form, base, {});
  expect(first.answers).toMatchObject({ 'mother-name': 'Nguyễn Thị Hoa', 'mother-dob': '1998-04-05' });
  expect(first.sources).toEqual({ 'mother-name': 'copy', 'mother-dob': 'copy' });

  const corrected = applyCopies(form, { ...first.answers, 'requester-name': 'Nguyễn Thị Hoà' }, first.sources);
  expect(corrected.answers['mother-name']).toBe('Nguyễn Thị Hoà');

  const asFather = applyCopies(form, { ...first.answers, relation: 'cha' }, first.sources);
  expect(asFather.answers['mother-name']).toBeUndefined();
  expect(asFather.answers['father-name']).toBe('Nguyễn Thị Hoa');

  const written = applyCopies(form, { ...base, 'mother-name': 'Trần Thị Mai' }, {});
  expect(written.answers['mother-name']).toBe('Trần Thị Mai');
});
