import { expect, test } from 'vitest';
import { fieldId, wire } from './field-model.ts';

test('an id is safe in a fragment, whatever the name', () => {
  expect(fieldId('child.fullName')).toBe('f-child-fullName');
  expect(fieldId('papers[0][type]')).toBe('f-papers-0-type-');
  expect(fieldId('họ_tên')).toBe('f-họ_tên');
});

test('a control is described by its error first, then by its hint', () => {
  expect(wire('f-a', {})).toEqual({ id: 'f-a', describedby: undefined, invalid: undefined });
  expect(wire('f-a', { hint: 'h' }).describedby).toBe('f-a-hint');
  expect(wire('f-a', { hint: 'h', error: 'e' })).toEqual({
    id: 'f-a',
    describedby: 'f-a-error f-a-hint',
    invalid: 'true',
  });
});
