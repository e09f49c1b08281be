import { describe, expect, it } from 'vitest';
import type { ProcedureCard } from '../../modules/catalogue/index.ts';
import { listOf, rowOf } from './row-rules.ts';

const card = (more: Partial<ProcedureCard> = {}): ProcedureCard => ({
  code: '9.000001',
  name: 'Thủ tục thử',
  nameEn: null,
  field: 'Thử',
  levels: ['commune'],
  route: null,
  offered: false,
  agency: null,
  agencyText: null,
  channels: [],
  guide: null,
  ...more,
});

describe('a row', () => {
  it('speaks plainly of our own procedures', () => {
    const guide = { vi: { title: 'Làm thử', summary: 'Tóm tắt' }, en: { title: 'Try it', summary: 'Summary' } };
    const own = card({ guide, agency: 'cong-an-xa', route: 'national-portal', nameEn: 'Trial' });
    expect(rowOf(own, 'vi')).toMatchObject({
      title: 'Làm thử',
      text: 'Tóm tắt',
      who: 'Công an xã, phường',
      where: 'Nộp trên Cổng Dịch vụ công quốc gia',
      here: false,
    });
    expect(rowOf(own, 'en')).toMatchObject({ title: 'Try it', titleLang: undefined });
  });

  it('says what it knows of others, and marks Vietnamese titles on English pages', () => {
    expect(
      rowOf(card({ agencyText: 'Ủy ban nhân dân cấp xã.', channels: ['online', 'post', 'in-person'] }), 'vi'),
    ).toMatchObject({
      who: 'Ủy ban nhân dân cấp xã',
      where: 'Nộp trực tuyến, tại quầy hoặc qua bưu điện',
    });
    expect(rowOf(card({ agencyText: 'x'.repeat(200) }), 'vi')).toMatchObject({
      who: 'Xã, phường',
      where: 'Chưa nhận tại đây',
    });
    expect(rowOf(card({ levels: [] }), 'en')).toMatchObject({
      titleLang: 'vi',
      who: 'Agency not known',
      text: undefined,
    });
  });
});

it('lists with an "or" before the last', () => {
  expect([listOf([], ' hoặc '), listOf(['a'], ' hoặc '), listOf(['a', 'b', 'c'], ' hoặc ')]).toEqual([
    '',
    'a',
    'a, b hoặc c',
  ]);
});
