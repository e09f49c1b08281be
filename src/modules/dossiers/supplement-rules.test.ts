import { describe, expect, it } from 'vitest';
import { seedForm } from '../catalogue/form/testing.ts';
import type { Answers, Filing } from '../catalogue/index.ts';
import type { Defect } from './model.ts';
import { mergeSupplement, NOTE_KEY, openAfter, type SupplementInput, supplementState } from './supplement-rules.ts';

const form = seedForm('1.001193');
const filing: Filing = {
  procedureCode: form.code,
  procedureName: form.title.vi,
  revisionId: '0',
  formVersion: 1,
  form,
  papers: [],
  duration: { text: 'trong ngày', rule: '15h' },
};
const context = { today: '2026-11-24', lang: 'vi' } as const;
const submitted: Answers = {
  relation: 'me',
  'child-case': 'khong-ghi-cha',
  'child-name': 'Nguyễn Minh An',
  'birth-proof': 'cam-doan',
};
const defect = (targetKind: Defect['targetKind'], targetKey: string): Defect => ({
  targetKind,
  targetKey,
  targetLabel: targetKey || 'Khác',
  reason: 'Sửa lại.',
});
const at = (change: Partial<SupplementInput>): SupplementInput => ({
  filing,
  submitted,
  submittedPapers: [],
  defects: [],
  answers: submitted,
  papers: [],
  ...change,
});

it('counts a field when it changed, a paper when it is new, the rest by a note', () => {
  const defects = [defect('field', 'child-name'), defect('paper', 'giay-chung-sinh'), defect('other', '')];
  const nothing = { changedFields: [], papers: [], note: ' ' };
  expect(openAfter(defects, nothing)).toEqual(defects);
  expect(openAfter(defects, { changedFields: ['child-name'], papers: [], note: 'Đã gọi.' })).toEqual([defects[1]]);
});

describe('what is asked for', () => {
  it('changes nothing else, whatever is posted', () => {
    const input = at({ defects: [defect('field', 'child-name')] });
    const merged = mergeSupplement(
      input,
      { 'child-name': 'Nguyễn Minh Ân', relation: 'cha', 'child-dob-day': '1' },
      context,
    );
    expect(merged).toEqual({ ...submitted, 'child-name': 'Nguyễn Minh Ân' });
    expect(supplementState({ ...input, answers: merged }, context)).toMatchObject({
      changedFields: ['child-name'],
      open: [],
      errors: {},
    });
  });

  it('asks for what a changed answer newly calls for', () => {
    const input = at({ defects: [defect('field', 'child-case')] });
    const state = supplementState({ ...input, answers: { ...submitted, 'child-case': 'cha-me' } }, context);
    expect(state.open).toEqual([]);
    expect(state.more.map(({ key }) => key)).toContain('father-name');
    expect(state.errors).toHaveProperty('father-name');
  });

  it('takes a paper that the form does not ask for by itself', () => {
    const input = at({ defects: [defect('paper', 'giay-khac')] });
    expect(supplementState(input, context).items[0]).toMatchObject({
      field: { type: 'file', paper: 'giay-khac' },
      mended: false,
    });
    const papers = [{ componentKey: 'giay-khac' }];
    expect(supplementState({ ...input, papers }, context).open).toEqual([]);
  });

  it('speaks by the note of a field that is hidden by now', () => {
    const input = at({ defects: [defect('field', 'father-name')] });
    const state = supplementState(input, context);
    expect(state).toMatchObject({ needsNote: true, items: [{ field: null, mended: false }] });
    const answers = mergeSupplement(input, { note: 'Không ghi cha.' }, context);
    expect(answers[NOTE_KEY]).toBe('Không ghi cha.');
    const spoken = supplementState({ ...input, answers }, context);
    expect(spoken.open).toEqual([]);
    expect(spoken.answers).not.toHaveProperty([NOTE_KEY]);
  });
});
