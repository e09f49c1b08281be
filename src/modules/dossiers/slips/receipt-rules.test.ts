import { expect, test } from 'vitest';
import { paperTable, signatureBlocks, waitingLine } from './receipt-rules.ts';

test('three columns on paper, a fourth when something came electronically', () => {
  expect(paperTable([{ name: 'Tờ khai', original: 1, photocopy: 12 }])).toEqual({
    columns: ['Bản chính', 'Bản chứng thực', 'Bản photo'],
    rows: [['1', 'Tờ khai', '01', '', '12']],
  });
  expect(paperTable([{ name: 'Tờ khai', electronic: 1 }]).columns).toHaveLength(4);
  expect(paperTable([]).rows).toEqual([]);
});

test('who signs', () => {
  const base = { requester: { name: 'Ánh' }, officer: 'Phúc' };
  const titles = (blocks: readonly (readonly string[])[]) => blocks.map(([title]) => title).filter(Boolean);
  expect(titles(signatureBlocks({ ...base, stage: 'submitted', channel: 'online' }))).toEqual([]);
  expect(titles(signatureBlocks({ ...base, stage: 'received', channel: 'online' }))).toEqual(['NGƯỜI TIẾP NHẬN HỒ SƠ']);
  expect(titles(signatureBlocks({ ...base, stage: 'received', channel: 'post' }))).toEqual(['NGƯỜI TIẾP NHẬN HỒ SƠ']);
  expect(titles(signatureBlocks({ ...base, stage: 'received', channel: 'counter' }))).toEqual([
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ]);
});

test('only a dossier that waits says that it waits', () => {
  expect(waitingLine('submitted')).toMatch(/chờ cán bộ tiếp nhận/);
  expect(waitingLine('received')).toBeNull();
});
