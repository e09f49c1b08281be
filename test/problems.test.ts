/** Every refusal that a person can meet has a status and a helpful sentence in both languages. */
import { expect, it } from 'vitest';
import { problemCatalogue } from '../src/platform/problem.ts';

await Promise.all(Object.values(import.meta.glob('../src/**/problems.ts')).map((load) => load()));
const problems = [...problemCatalogue()].map(([code, problem]) => ({ code, ...problem }));

it('knows the refusals of every module', () => {
  const modules = new Set(problems.map(({ code }) => code.split('.')[0]));
  for (const name of ['platform', 'identity', 'mandates', 'catalogue', 'papers', 'dossiers', 'assistance']) {
    expect([...modules]).toContain(name);
  }
});

it.each(problems)('$code', ({ status, vi, en }) => {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
  // Vietnamese with its diacritics, a whole sentence that ends; and its English twin with the same values.
  expect(vi).toMatch(/[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/i);
  expect(vi).toMatch(/^[“\p{Lu}{0-9].*[.?!”]$/u);
  expect(en).toMatch(/^[“\p{Lu}{0-9].*[.?!”]$/u);
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  expect(values(en)).toEqual(values(vi));
});
