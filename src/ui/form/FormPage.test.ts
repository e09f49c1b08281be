import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import {
  findPage,
  generalForm,
  printedForm,
  progress,
  summary,
  visiblePages,
} from '../../modules/catalogue/form/index.ts';
import { seedForm } from '../../modules/catalogue/form/testing.ts';
import FilledForm from './FilledForm.svelte';
import FormPage from './FormPage.svelte';
import type { PageState } from './form-ui-model.ts';
import ReviewPage from './ReviewPage.svelte';

const birth = seedForm('1.001193');

function pageOf(key: string, state: Partial<PageState> = {}, form = birth, given = {}): string {
  const answers = state.answers ?? {};
  const visible = findPage(form, key, { ...answers, ...given });
  const position = progress(form, key, { ...answers, ...given });
  if (!visible || !position) throw new Error(`no page ${key}`);
  return render(FormPage, {
    props: {
      visible,
      position,
      action: '/nop/x',
      backHref: '/truoc',
      idempotencyKey: 'k-1',
      draft: { id: 'd-1', savedAt: '2026-11-24T01:00:00Z', now: '2026-11-24T02:00:00Z', autosaveUrl: '/luu' },
      scan: { action: '/quet' },
      ...state,
      answers,
    },
  }).body;
}

describe('a form page', () => {
  test('is a plain form with one heading, its draft hooks and an idempotency key', () => {
    const html = pageOf('ten-be', { answers: { 'child-name': 'Trần Minh An' } });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('Bé tên gì?');
    expect(html).toMatch(/<form[^>]* action="\/nop\/x"/);
    expect(html).toContain('name="key" value="k-1"');
    expect(html).toMatch(/data-draft-id="d-1"[^>]* data-page="ten-be"[^>]* data-autosave-url="\/luu"/);
    expect(html).toContain('value="Trần Minh An"');
    expect(html).toContain('Lưu và tiếp tục');
    expect(html).not.toContain('enctype');
    expect(html).not.toContain('data-card-qr');
  });

  test('shows the error at its field and at the top, with what was typed', () => {
    const answers = { 'child-dob': '31/2/2026' };
    const html = pageOf('ngay-sinh-be', { answers, errors: { 'child-dob': 'Tháng đó không có ngày này.' } });
    expect(html).toContain('href="#f-child-dob"');
    expect(html.match(/Tháng đó không có ngày này\./g)).toHaveLength(2);
    expect(html).toMatch(/name="child-dob-day"[^>]* value="31"/);
    expect(html).toMatch(/name="child-dob-month"[^>]* value="2"/);
  });

  test('what was typed is text, never markup', () => {
    const evil = '"><script>alert(1)</script>';
    for (const key of ['ten-be', 'noi-cu-tru', 'dan-toc-quoc-tich-be']) {
      const answers = {
        'child-name': evil,
        'child-ethnicity': evil,
        'requester-residence': { detail: evil, commune: evil, province: evil },
      };
      expect(pageOf(key, { answers, errors: { 'child-name': evil } })).not.toContain('<script>');
    }
  });

  test('offers scanning where a card helps, in a form of its own', () => {
    const html = pageOf('ban-la-ai');
    expect(html).toContain('data-card-qr');
    expect(html).toContain('name="as" value="requester"');
    expect(html.indexOf('name="cardQr"')).toBeLessThan(html.indexOf('data-draft-id'));
    for (const form of html.split('<form').slice(1)) expect(form.split('</form>')[0]).not.toContain('<form');
  });

  test('tells where a value came from; a helper’s own data is never offered', () => {
    const state = {
      answers: { 'requester-name': 'Nguyễn Thị Hoa' },
      sources: { 'requester-name': 'card-qr' },
    } as const;
    expect(pageOf('ban-la-ai', state)).toContain('Lấy từ mã QR trên thẻ căn cước. Hãy xem lại cho đúng.');
    expect(pageOf('ban-la-ai', state)).toContain('autocomplete="name"');
    expect(pageOf('ban-la-ai', { ...state, assisted: true })).not.toContain('autocomplete="name"');
  });

  test('a name outside the list stands in the box beside “Khác”', () => {
    const html = pageOf('dan-toc-quoc-tich-be', { answers: { 'child-ethnicity': 'Pa Kô' } });
    expect(html).toMatch(/value="khac" selected/);
    expect(html).toMatch(/name="child-ethnicity-other"[^>]* value="Pa Kô"/);
    expect(html).toMatch(/value="Việt Nam" selected/);
  });

  test('papers: multipart, what was added, and Enter never removes one', () => {
    const given = { 'child-case': 'cha-me', 'birth-proof': 'giay-chung-sinh' };
    const papers = { 'giay-chung-sinh': [{ id: 'p-1', label: 'Ảnh 1', href: '/anh/1' }] };
    const html = pageOf('giay-chung-sinh', { papers }, birth, given);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('href="/anh/1"');
    expect(html.indexOf('<button class="visually-hidden')).toBeLessThan(html.indexOf('name="remove"'));
  });

  test('every page of both forms can be drawn, empty and in either order of papers', () => {
    const general = generalForm({
      code: '9.999999',
      name: 'Thử',
      papers: [{ key: 'don', name: 'Đơn', required: true }],
    });
    for (const form of [birth, general]) {
      for (const { page } of visiblePages(form, {})) expect(pageOf(page.key, {}, form)).toContain(page.title.vi);
    }
  });
});

test('the review: each line with its “Sửa”; no submit button while something is missing', () => {
  const answers = { 'requester-name': 'Nguyễn Thị Hoa', 'child-dob': '2026-11-10' };
  const props = {
    sections: summary(birth, answers, 'vi'),
    pageHref: (key: string) => `/to-khai/${key}`,
    backHref: '/truoc',
    action: '/nop',
    idempotencyKey: 'k-2',
  };
  const ready = render(ReviewPage, { props }).body;
  expect(ready).toContain('href="/to-khai/ngay-sinh-be"');
  expect(ready).toContain('ngày mười tháng mười một năm hai nghìn không trăm hai mươi sáu');
  expect(ready).toContain('Nộp hồ sơ');
  const errors = [{ message: 'Hãy ghi họ tên của bé.', href: '/to-khai/ten-be' }];
  const open = render(ReviewPage, { props: { ...props, errors } }).body;
  expect(open).toContain('Hãy ghi họ tên của bé.');
  expect(open).not.toContain('Nộp hồ sơ');
});

test('the filled form: national heading, names IN HOA, dates in words', () => {
  const answers = { 'child-name': 'Trần Minh An', 'child-dob': '2026-11-10', statement: 'yes' };
  const { body } = render(FilledForm, {
    props: { title: birth.title.vi, recipient: 'Ủy ban nhân dân phường Thử', sections: printedForm(birth, answers) },
  });
  expect(body).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(body).toContain('TRẦN MINH AN');
  expect(body).toContain('(bằng chữ: ngày mười tháng mười một');
  expect(body).not.toContain('KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
  const trial = render(FilledForm, { props: { title: 'Tờ khai', recipient: 'Nơi thử', sections: [], demo: true } });
  expect(trial.body).toContain('BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
});
