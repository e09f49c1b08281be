import Type, { type Static } from 'typebox';
import type { YearForm } from '../../../modules/units/index.ts';
import { Line } from '../../form-fields.ts';

/** Lines offered for swaps and for make-up days; empty ones stay empty. */
export const SWAP_LINES = 4;
export const MAKE_UP_LINES = 3;

const lines = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const pairs = (count: number, name: string, a: string, b: string) =>
  Object.fromEntries(lines(count).flatMap((at) => [a, b].map((part) => [`${name}-${at}-${part}`, Line(20)])));

const whole = Type.String({ pattern: '^[0-9]{1,9}$' });

export const YearBody = Type.Object({
  year: whole,
  /** How many revisions the year had when the form was opened. */
  seen: whole,
  'tet-from': Line(20),
  'tet-to': Line(20),
  adjacent: Line(20),
  source: Line(300),
  all: Type.Optional(Type.Literal('yes')),
  ...pairs(SWAP_LINES, 'swap', 'off', 'work'),
  ...pairs(MAKE_UP_LINES, 'makeup', 'for', 'date'),
});

/** The form as typed. */
export function yearFormOf(body: Static<typeof YearBody>): YearForm {
  const text = (name: string): string => {
    const value = (body as Record<string, unknown>)[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    tetFrom: text('tet-from'),
    tetTo: text('tet-to'),
    adjacent: text('adjacent'),
    swaps: lines(SWAP_LINES).map((at) => ({ off: text(`swap-${at}-off`), work: text(`swap-${at}-work`) })),
    makeUps: lines(MAKE_UP_LINES).map((at) => ({ for: text(`makeup-${at}-for`), date: text(`makeup-${at}-date`) })),
    source: text('source'),
    all: body.all === 'yes',
  };
}

/** The same form as hidden fields of the preview. */
export const hiddenFields = (form: YearForm): [string, string][] =>
  [
    ['tet-from', form.tetFrom],
    ['tet-to', form.tetTo],
    ['adjacent', form.adjacent],
    ['source', form.source],
    ...(form.all ? [['all', 'yes']] : []),
    ...form.swaps.flatMap(({ off, work }, at) => [
      [`swap-${at + 1}-off`, off],
      [`swap-${at + 1}-work`, work],
    ]),
    ...form.makeUps.flatMap((line, at) => [
      [`makeup-${at + 1}-for`, line.for],
      [`makeup-${at + 1}-date`, line.date],
    ]),
  ].map(([name = '', value = '']) => [name, value]);
