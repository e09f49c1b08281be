import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../../../platform/paths.ts';
import { slipForm, slipForms } from './registry.ts';

test('the form in force on a day', () => {
  expect(slipForm('01', '2026-11-24').sourceRef).toMatch('TT 03/2025/TT-VPCP');
  expect(() => slipForm('01', '2020-01-01')).toThrow('No form 01');
  expect(() => slipForm('99', '2026-11-24')).toThrow('No form 99');
});

test('a successor takes over on its day, the last day of the old one included', () => {
  const form = slipForm('01', '2026-11-24');
  const forms = [
    { ...form, effectiveTo: '2027-02-28' },
    { ...form, effectiveFrom: '2027-03-01', template: 'slips/new.typ' },
  ];
  expect(slipForm('01', '2027-02-28', forms).template).toBe(form.template);
  expect(slipForm('01', '2027-03-01', forms).template).toBe('slips/new.typ');
});

test('each form has its template and no two are in force at once', () => {
  for (const form of slipForms()) {
    expect(existsSync(fromRoot('assets', form.template)), form.template).toBe(true);
    const rivals = slipForms().filter((other) => other.code === form.code && other !== form);
    for (const other of rivals) {
      const [first, second] = form.effectiveFrom < other.effectiveFrom ? [form, other] : [other, form];
      expect(first.effectiveTo !== null && first.effectiveTo < second.effectiveFrom).toBe(true);
    }
  }
});
