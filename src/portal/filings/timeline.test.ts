import { expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const at = '2026-11-03T03:00:00Z';
const acts = (...kinds: string[]) => kinds.map((kind) => ({ kind, at, note: 'Lý do' }));
const told = (...[state, actions]: [Parameters<typeof timelineOf>[0], ReturnType<typeof acts>]) =>
  timelineOf(state, actions, 'vi').map(({ title, state: is }) => `${title}: ${is}`);

it('tells where a dossier stands and what comes', () => {
  expect(told(1, acts('submit'))).toEqual([
    'Đã nộp hồ sơ: done',
    'Cán bộ kiểm tra hồ sơ: now',
    'Đang giải quyết: waiting',
    'Có kết quả: waiting',
  ]);
  expect(told(4, acts('submit', 'receive', 'process')).at(-1)).toBe('Có kết quả: waiting');
  expect(told(4, acts('submit', 'receive', 'process'))[2]).toBe('Đang giải quyết: now');
  expect(told(9, acts('submit', 'receive', 'process', 'finish')).slice(-2)).toEqual([
    'Có kết quả: done',
    'Nhận kết quả: now',
  ]);
});

it('has exactly one place where it stands, until it is over', () => {
  const here = (lines: string[]) => lines.filter((line) => /: (now|problem)$/.test(line)).length;
  expect(here(told(5, acts('submit', 'receive', 'process', 'request-supplement')))).toBe(1);
  expect(here(told(4, acts('submit', 'receive', 'process', 'request-supplement', 'supplement')))).toBe(1);
  expect(here(told(1, acts('submit', 'request-supplement', 'supplement')))).toBe(1);
  expect(here(told(2, acts('submit', 'receive')))).toBe(1);
  expect(here(told(10, acts('submit', 'receive', 'process', 'finish', 'hand-over')))).toBe(0);
});

it('gives the reason of a refusal', () => {
  expect(timelineOf(3, acts('submit', 'refuse'), 'en').at(-1)).toMatchObject({
    title: 'Not accepted',
    state: 'problem',
    note: 'Lý do',
  });
});
