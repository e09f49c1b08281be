import { describe, expect, test } from 'vitest';
import catalogue from '../../../../db/seed/catalogue/1.001193.json' with { type: 'json' };
import type { Answers, AnswerValue } from './answers-model.ts';
import { printedForm, summary } from './display-rules.ts';
import { progress, visibleAnswers, visiblePages } from './flow-rules.ts';
import { mergeAnswers, parsePage, validateAll } from './page-rules.ts';
import { context, fieldsOfForm, postedFrom, seedForm } from './testing.ts';

const form = seedForm('1.001193');
const home = { detail: 'Số 5, khu phố 3', commune: 'phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' };

/** An invented family; numbers are of the right length only. */
const family: Record<string, AnswerValue> = {
  'requester-name': 'Nguyễn Thị Hoa',
  'requester-dob': '1998-04-05',
  'requester-citizen-no': '074198000001',
  'requester-phone': '0912345678',
  'requester-residence': home,
  'id-kind': 'can-cuoc',
  'id-issued': '2022-05-20',
  relation: 'me',
  'child-case': 'cha-me',
  'child-name': 'Trần Minh An',
  'child-dob': '2026-11-10',
  'child-sex': 'nu',
  'child-ethnicity': 'Kinh',
  'child-nationality': 'Việt Nam',
  'birth-place-kind': 'co-so-y-te',
  'birth-facility': { detail: 'Bệnh viện thử', commune: 'phường Phú Lợi', province: 'Thành phố Hồ Chí Minh' },
  'child-origin': { detail: '', commune: 'phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' },
  'mother-name': 'Nguyễn Thị Hoa',
  'mother-dob': '1998-04-05',
  'mother-citizen-no': '074198000001',
  'mother-ethnicity': 'Kinh',
  'mother-nationality': 'Việt Nam',
  'mother-residence': home,
  'father-name': 'Trần Văn Bình',
  'father-dob': '1995',
  'father-ethnicity': 'Kinh',
  'father-nationality': 'Việt Nam',
  'father-residence': home,
  'parents-married': 'roi',
  'birth-proof': 'giay-chung-sinh',
  'want-copies': 'co',
  'copies-count': '2',
  'receive-method': 'truc-tiep',
  statement: 'yes',
};
const withFile = { ...context, attached: { 'giay-chung-sinh': 1 } };
const pagesOf = (answers: Answers) => visiblePages(form, answers).map(({ page }) => page.key);
const warningsOf = (change: Answers) =>
  Object.values(validateAll(form, { ...family, ...change }, withFile).warnings).flatMap((page) => Object.values(page));

test('papers are those of the catalogue', () => {
  const known = catalogue.papers.map(({ key }) => key);
  for (const field of fieldsOfForm(form)) if (field.type === 'file') expect(known).toContain(field.paper);
});

test('a person fills it page by page, and it is complete', () => {
  let answers: Answers = {};
  let at: string | undefined = pagesOf(answers)[0];
  const walked: string[] = [];
  while (at) {
    const { values, errors, warnings } = parsePage(form, at, postedFrom(family), answers, withFile);
    expect({ at, errors, warnings }).toEqual({ at, errors: {}, warnings: {} });
    answers = mergeAnswers(answers, values);
    walked.push(at);
    const order = pagesOf(answers);
    at = order[order.indexOf(at) + 1];
  }
  expect(answers).toEqual(family);
  expect(validateAll(form, answers, withFile)).toEqual({ ok: true, errors: {}, warnings: {} });
  expect(visibleAnswers(form, answers)).toEqual(family);
  expect(walked).not.toContain('noi-sinh');
  expect(walked).toHaveLength(28);
});

describe('branches', () => {
  test('without a father: his pages go, what was typed about him is not filed', () => {
    const answers = { ...family, 'child-case': 'khong-ghi-cha', 'child-name': 'Nguyễn Minh An' };
    expect(pagesOf(answers).filter((key) => /cha$|ket-hon/.test(key))).toEqual([]);
    expect(validateAll(form, answers, withFile)).toEqual({ ok: true, errors: {}, warnings: {} });
    expect(Object.keys(visibleAnswers(form, answers)).filter((key) => key.startsWith('father'))).toEqual([]);
    expect(warningsOf({ 'child-case': 'khong-ghi-cha' })).toEqual([expect.stringContaining('họ của bé theo mẹ')]);
  });

  test('an abandoned child: no parents, the official record instead of the birth notification', () => {
    const answers = { ...family, 'child-case': 'bo-roi', relation: 'nguoi-nuoi-duong' };
    const { errors } = validateAll(form, answers, context);
    expect(errors).toEqual({ 'bien-ban-bo-roi': { 'file-abandoned': expect.any(String) } });
    expect(pagesOf(answers)).not.toContain('giay-chung-sinh');
    const attached = { 'bien-ban-tre-bi-bo-roi': 2 };
    expect(validateAll(form, answers, { ...context, attached }).ok).toBe(true);
  });

  test.each([
    ['giay-chung-sinh', 'giay-chung-sinh'],
    ['nguoi-lam-chung', 'van-ban-lam-chung'],
    ['cam-doan', 'giay-cam-doan'],
  ])('proof of birth by %s asks for its paper', (proof, page) => {
    expect(Object.keys(validateAll(form, { ...family, 'birth-proof': proof }, context).errors)).toEqual([page]);
  });

  test('an electronic birth notification needs no paper; an authorised person needs the letter', () => {
    expect(validateAll(form, { ...family, 'birth-proof': 'ban-dien-tu' }, context).ok).toBe(true);
    const errors = validateAll(form, { ...family, relation: 'duoc-uy-quyen' }, withFile).errors;
    expect(Object.keys(errors)).toEqual(['uy-quyen']);
  });

  test('born at home: the address is asked for', () => {
    const { errors } = validateAll(form, { ...family, 'birth-place-kind': 'tai-nha' }, withFile);
    expect(Object.keys(errors)).toEqual(['noi-sinh']);
  });
});

describe('rules between answers', () => {
  test.each([
    ['2026-09-25', 0],
    ['2026-09-24', 1],
  ])('the 60 days of Luật Hộ tịch art. 15.1: born %s, filed 2026-11-24', (born, count) => {
    expect(warningsOf({ 'child-dob': born }).filter((text) => text.includes('đăng ký quá hạn'))).toHaveLength(count);
  });

  test.each<[Answers, string]>([
    [{ 'mother-dob': '2014-11-11' }, 'chưa đủ 12 tuổi'],
    [{ 'mother-dob': '1965-11-10' }, 'trên 60 tuổi'],
    [{ 'father-dob': '2015' }, 'chưa đủ 12 tuổi'],
    [{ 'child-name': 'Lê Minh An' }, 'khác họ của cha và của mẹ'],
    [{ 'child-ethnicity': 'Tày' }, 'khác cả cha lẫn mẹ'],
    [{ 'father-nationality': 'Hàn Quốc' }, '2.000528'],
    [{ 'parents-married': 'chua' }, '1.000689'],
  ])('%o is doubted, not refused', (change, sentence) => {
    expect(warningsOf(change)).toEqual([expect.stringContaining(sentence)]);
    expect(validateAll(form, { ...family, ...change }, withFile).ok).toBe(true);
  });

  test.each<[Answers, string]>([
    [{ 'child-dob': '2026-11-25' }, 'child-dob'],
    [{ 'mother-dob': '2027' }, 'mother-dob'],
    [{ 'father-citizen-no': '074198000001' }, 'father-citizen-no'],
  ])('%o is refused', (change, field) => {
    const { ok, errors } = validateAll(form, { ...family, ...change }, withFile);
    expect(ok).toBe(false);
    expect(Object.values(errors).flatMap((page) => Object.keys(page))).toEqual([field]);
  });

  test('the day of birth itself is no future, in any year', () => {
    expect(validateAll(form, { ...family, 'child-dob': '2026-11-24' }, withFile).ok).toBe(true);
  });
});

test('the number of steps never grows', () => {
  expect(progress(form, 'ban-la-ai', {})).toMatchObject({ step: 1, total: 6 });
  const parents = (childCase: string) => progress(form, 'ten-be', { 'child-case': childCase });
  expect(parents('cha-me')).toMatchObject({ step: 2, total: 6 });
  expect(parents('khong-ghi-cha')).toMatchObject({ step: 2, total: 5 });
  expect(parents('bo-roi')).toMatchObject({ step: 2, total: 4 });
});

test('the review tells everything, the printed form is official', () => {
  const rows = summary(form, family, 'vi', { attached: { 'giay-chung-sinh': 2 } }).flatMap((section) => section.rows);
  expect(rows.find(({ field }) => field === 'child-dob')).toMatchObject({
    page: 'ngay-sinh-be',
    value: '10/11/2026',
    words: 'ngày mười tháng mười một năm hai nghìn không trăm hai mươi sáu',
  });
  expect(rows.find(({ field }) => field === 'child-sex')?.value).toBe('Nữ');
  expect(rows.find(({ field }) => field === 'file-birth-notification')?.value).toBe('2 tệp');
  const printed = printedForm(form, family);
  expect(printed.map(({ heading }) => heading)).toEqual([
    'Người yêu cầu',
    'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây',
    'Người mẹ',
    'Người cha',
    'Đề nghị và cam đoan',
  ]);
  expect(printed[1]?.lines[0]).toEqual({ label: 'Họ, chữ đệm, tên', value: 'TRẦN MINH AN' });
  expect(printed[1]?.lines.find(({ label }) => label === 'Nơi sinh')?.value).toBe(
    'Bệnh viện thử, phường Phú Lợi, Thành phố Hồ Chí Minh',
  );
  expect(printed.at(-1)?.lines.at(-1)).toMatchObject({ sentence: true });
});
