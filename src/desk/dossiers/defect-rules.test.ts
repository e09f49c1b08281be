import { describe, expect, it } from 'vitest';
import birthJson from '../../../db/seed/forms/1.001193.json' with { type: 'json' };
import { type Form, generalForm } from '../../modules/catalogue/form/index.ts';
import type { Filing } from '../../modules/catalogue/index.ts';
import { defectsOf, readDefectForm, targetGroups } from './defect-rules.ts';

const papers = [
  { key: 'to-thu', name: 'Giấy tờ thử', required: true, originals: 1, copies: 0 },
  { key: 'to-khac', name: 'Giấy tờ khác', required: false, originals: 0, copies: 1 },
];
const filing: Filing = {
  procedureCode: '9.999999',
  procedureName: 'Thủ tục thử',
  revisionId: 'r',
  formVersion: null,
  form: generalForm({ code: '9.999999', name: 'Thủ tục thử', papers }),
  papers,
  duration: { text: '', rule: null },
};
const filed = [
  { componentKey: 'to-thu', componentName: 'Giấy tờ thử', superseded: true },
  { componentKey: 'to-thu', componentName: 'Giấy tờ thử', superseded: false },
  { componentKey: 'nop-them', componentName: 'Giấy nộp thêm', superseded: false },
];
const groups = targetGroups(filing, { 'requester-name': 'Trần Văn Thử', 'on-behalf': 'ban-than' }, filed);
const targets = groups.flatMap((group) => group.targets);

describe('what can be asked to be mended', () => {
  it('is every visible field, every paper also without a file or beyond the procedure, and anything else', () => {
    const ids = targets.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['paper:to-thu', 'paper:to-khac', 'paper:nop-them']);
    expect(ids).toEqual(expect.arrayContaining(['field:requester-name', 'field:requester-dob', 'field:request']));
    expect(ids.at(-1)).toBe('other');
    expect(ids.filter((id) => id.includes('statement') || id.startsWith('field:paper-'))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const now = (id: string) => targets.find((target) => target.id === id)?.now;
    expect([now('paper:to-thu'), now('paper:to-khac')]).toEqual(['1 tệp', 'chưa có tệp']);
    expect([now('field:requester-name'), now('field:requester-dob')]).toEqual(['Trần Văn Thử', 'chưa điền']);
  });
});

describe('the posted list', () => {
  it('takes what is ticked, in the page’s order, and names those without a reason', () => {
    const form = readDefectForm({
      version: '3',
      t: ['field:requester-name', 'paper:to-thu', 'field:unknown'],
      'r:paper:to-thu': ' Chụp lại. ',
      'r:field:requester-dob': 'gõ rồi bỏ',
      note: 'Gọi phường',
    });
    expect(form.reasons).toEqual({ 'paper:to-thu': ' Chụp lại. ', 'field:requester-dob': 'gõ rồi bỏ' });
    const { defects, bare } = defectsOf(form, groups);
    expect(defects.map(({ targetKind, targetKey, reason }) => [targetKind, targetKey, reason])).toEqual([
      ['paper', 'to-thu', 'Chụp lại.'],
      ['field', 'requester-name', ''],
    ]);
    expect(bare.map(({ id }) => id)).toEqual(['field:requester-name']);
  });

  it('reads one tick, none, and nonsense', () => {
    expect(readDefectForm({ t: 'other' }).ticked).toEqual(['other']);
    expect(readDefectForm({})).toEqual({ ticked: [], reasons: {}, note: '' });
    expect(defectsOf(readDefectForm({ t: ['x', ''], note: ['a'] }), groups)).toEqual({ defects: [], bare: [] });
  });

  it('speaks to officers in the form’s words and to the citizen in everyday ones', () => {
    const birth = { ...filing, form: birthJson as unknown as Form };
    const lists = targetGroups(birth, { 'child-case': 'cha-me', 'child-name': 'Trần Minh An' }, []);
    expect(new Set(lists.map(({ title }) => title)).size).toBe(lists.length);
    expect(lists.map(({ title }) => title).join()).not.toContain('Bạn');
    const mother = lists.flatMap((group) => group.targets).find(({ id }) => id === 'field:mother-ethnicity');
    expect(mother).toMatchObject({ label: 'Dân tộc', plain: 'Dân tộc của mẹ' });
    const form = { ticked: ['field:mother-ethnicity'], reasons: { 'field:mother-ethnicity': 'Ghi lại' }, note: '' };
    expect(defectsOf(form, lists).defects[0]?.targetLabel).toBe('Dân tộc của mẹ');
  });
});
