import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { visiblePages } from './flow-rules.ts';
import { lintForm } from './form-lint.ts';
import { generalForm } from './general-form.ts';
import { FormSchema } from './model.ts';
import { validateAll } from './page-rules.ts';
import { parseForm } from './parse-form.ts';
import { context, fieldsOfForm } from './testing.ts';

const answers = {
  'requester-name': 'Trần Văn Bình',
  'requester-dob': '1980-01-02',
  'requester-citizen-no': '074080000002',
  'requester-phone': '0912345678',
  'requester-residence': { detail: 'Số 1', commune: 'phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' },
  'on-behalf': 'ban-than',
  request: 'Xin xác nhận.',
  'receive-method': 'truc-tiep',
  statement: 'yes',
};
const made = (papers: { key: string; name: string; required: boolean; note?: string }[]) =>
  generalForm({ code: '9.999999', name: 'Thủ tục thử', papers });

describe('the general form', () => {
  test('fits the model for any papers, asks for each once, and demands the required ones', () => {
    const paper = fc.record({
      key: fc.nat(99).map((number) => `giay-to-${number}`),
      name: fc.string({ minLength: 1, maxLength: 40 }),
      required: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(paper, { selector: ({ key }) => key, maxLength: 12 }), (papers) => {
        const form = made(papers);
        expect(Value.Check(FormSchema, form)).toBe(true);
        expect(lintForm(form)).toEqual([]);
        const files = fieldsOfForm(form).flatMap((field) => (field.type === 'file' ? [field.paper] : []));
        expect(files).toEqual(papers.map(({ key }) => key));
        const missing = Object.values(validateAll(form, answers, context).errors).flatMap((page) => Object.keys(page));
        expect(missing).toEqual(papers.filter(({ required }) => required).map(({ key }) => `paper-${key}`));
      }),
      { numRuns: 20 },
    );
  });

  test('without papers there is no page for them', () => {
    expect(visiblePages(made([]), answers).map(({ page }) => page.key)).toEqual([
      'ho-ten-nguoi-nop',
      'lien-lac',
      'dia-chi',
      'lam-cho-ai',
      'noi-dung',
      'nhan-ket-qua',
      'cam-doan',
    ]);
    expect(validateAll(made([]), answers, context).ok).toBe(true);
  });

  test('on somebody’s behalf: who it is for', () => {
    const { errors } = validateAll(made([]), { ...answers, 'on-behalf': 'to-chuc' }, context);
    expect(errors).toEqual({
      'nguoi-duoc-lam-thay': { 'owner-name': expect.any(String), 'owner-relation': expect.any(String) },
    });
  });

  test('names the paper in its sentence and shows its note', () => {
    const form = made([{ key: 'don', name: 'Đơn đề nghị', required: true, note: 'Ký tên ở trang cuối.' }]);
    const field = fieldsOfForm(form).find(({ key }) => key === 'paper-don');
    expect(field?.hint?.vi).toBe('Ký tên ở trang cuối.');
    expect(validateAll(form, answers, context).errors).toEqual({
      'giay-to-1': { 'paper-don': 'Hãy thêm ảnh chụp hoặc tệp “Đơn đề nghị”.' },
    });
  });
});

describe('a definition from outside', () => {
  const good = made([]);

  test('is refused with every reason', () => {
    expect(parseForm(null)).toHaveProperty('problems');
    expect(parseForm({ ...good, sections: [] })).toHaveProperty('problems');
    const twice = { ...good, sections: [...good.sections, ...good.sections] };
    expect(parseForm(twice)).toEqual({ problems: expect.arrayContaining(['field requester-name stands twice']) });
  });

  test('may not look ahead, name unknown fields or lack a translation', () => {
    const copy = structuredClone(good);
    const page = copy.sections[0]?.pages[0];
    if (!page) throw new Error('no page');
    page.when = { not: { field: 'statement', filled: true } };
    copy.title = { vi: 'Thử' };
    copy.rules.push({
      key: 'odd',
      field: 'requester-dob',
      level: 'error',
      check: { kind: 'differs', field: 'requester-dob', from: 'no-such' },
      message: { vi: 'a', en: 'a' },
    });
    expect(parseForm(copy)).toEqual({
      problems: [
        'page ho-ten-nguoi-nop: condition looks at statement, not asked before',
        'rule odd: no field no-such',
        'no English text at /title',
      ],
    });
  });
});
