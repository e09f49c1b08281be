import { describe, expect, test } from 'vitest';
import type { AnswerValue, CheckCitizenNo } from './answers-model.ts';
import { checkField } from './check-rules.ts';
import type { Field } from './field-model.ts';
import { context } from './testing.ts';

const field = (type: string, more: object = {}) =>
  ({ type, key: 'a', label: { vi: 'Ô này', en: 'This' }, ...more }) as Field;
const errorOf = (type: string, value: AnswerValue, more: object = {}) =>
  checkField(field(type, more), value, {}, context).error;

describe('errors say what to do', () => {
  test.each([
    ['text', '', 'Hãy điền “Ô này”.'],
    ['sex', '', 'Hãy chọn một câu trả lời cho “Ô này”.'],
    ['person-name', 'An 2', 'Họ tên chỉ gồm chữ cái'],
    ['date', '31/2/2026', 'Tháng đó không có ngày này'],
    ['date', '1/13/2026', 'Tháng phải từ 1 đến 12'],
    ['date', '1/1/26', 'Năm phải có đủ 4 chữ số'],
    ['date', '1//2026', 'Ngày còn thiếu'],
    ['date-or-year', '/5/1998', 'chỉ ghi ô năm'],
    ['date-or-year', '98', 'Năm phải có đủ 4 chữ số'],
    ['citizen-no', '079195', 'có 6 ký tự'],
    ['citizen-no', '280123456', 'không còn dùng từ 01/01/2025'],
    ['phone', '123', 'Số điện thoại này không đúng'],
    ['email', 'an@', 'ten@vidu.vn'],
    ['number', 'hai', 'bằng chữ số'],
    ['statement', '', 'đánh dấu'],
  ])('%s “%s”', (type, value, sentence) => {
    expect(errorOf(type, value)).toContain(sentence);
  });

  test.each([
    ['text', 'a'],
    ['person-name', 'Nguyễn Thị Ngọc Ánh'],
    ['person-name', "K'Sor H'Nan"],
    ['date', '2026-02-28'],
    ['date-or-year', '1998'],
    ['phone', '0912345678'],
    ['phone', '02743822123'],
    ['email', 'an@vidu.vn'],
  ])('%s “%s” is right', (type, value) => {
    expect(checkField(field(type), value, {}, context)).toEqual({});
  });

  test('limits, options, own sentences', () => {
    expect(errorOf('text', 'abc', { maxLength: 2 })).toContain('nhiều nhất 2');
    expect(errorOf('number', '21', { maximum: 20 })).toContain('nhiều nhất là 20');
    expect(errorOf('number', '0', { minimum: 1 })).toContain('từ 1 trở lên');
    expect(errorOf('text', '', { missing: { vi: 'Ghi đi.' } })).toBe('Ghi đi.');
    expect(errorOf('text', '', { required: false })).toBeUndefined();
    expect(errorOf('place', { detail: 'Số 1', commune: '', province: '' }, { detail: 'required' })).toContain(
      'xã, phường',
    );
    expect(errorOf('file', '', { paper: 'x' })).toContain('thêm ảnh');
    expect(checkField(field('file', { paper: 'x' }), '', {}, { ...context, attached: { x: 1 } })).toEqual({});
  });

  test('a one-word name is only doubted', () => {
    expect(checkField(field('person-name'), 'Y', {}, context).warning).toContain('một chữ');
  });
});

test('the number check is handed in; what does not fit sex or birth date is a warning', () => {
  const check: CheckCitizenNo = (number, { sex }) => {
    if (number.startsWith('9')) return { result: 'error', findings: [{ code: 'x', message: 'Sai số.' }] };
    if (sex === 'nam') return { result: 'error', findings: [{ code: 'sex', message: 'Số của nữ.' }] };
    return { result: 'ok', findings: [] };
  };
  const given = { ...context, checkCitizenNo: check };
  const judge = (number: string, sex: 'nam' | 'nu') => checkField(field('citizen-no'), number, { sex }, given);
  expect(judge('979195000123', 'nu')).toEqual({ error: 'Sai số.' });
  expect(judge('079195000123', 'nam')).toEqual({ warning: 'Số của nữ.' });
  expect(judge('079195000123', 'nu')).toEqual({});
});
