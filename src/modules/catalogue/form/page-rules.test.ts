import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, isFilled } from './condition-rules.ts';
import { nextPage, prevPage, progress, visibleAnswers, visiblePages } from './flow-rules.ts';
import { generalForm } from './general-form.ts';
import { mergeAnswers, mergeSources, parsePage, validateAll } from './page-rules.ts';
import { answersFor, context, fieldsOfForm, postedFrom, seedForm } from './testing.ts';

// Whole forms with random answers: a few dozen tell as much as hundreds.
const few = { numRuns: 25 };

const birth = seedForm('1.001193');
const general = generalForm({
  code: '9.999999',
  name: 'Thủ tục thử',
  papers: [{ key: 'don', name: 'Đơn', required: true }],
});

describe.each([
  ['birth', birth],
  ['general', general],
])('the engine on the %s form', (_, form) => {
  const pageKeys = form.sections.flatMap(({ pages }) => pages.map(({ key }) => key));
  const attached = fc.constantFrom(
    {},
    Object.fromEntries(fieldsOfForm(form).map((f) => ['paper' in f ? f.paper : '', 1])),
  );

  test('a form judged complete has every visible required field filled', () => {
    fc.assert(
      fc.property(answersFor(form), attached, (answers, files) => {
        const { ok, errors } = validateAll(form, answers, { ...context, attached: files });
        expect(ok).toBe(Object.keys(errors).length === 0);
        for (const { page, fields } of visiblePages(form, answers)) {
          for (const field of fields) {
            if (field.required === false) continue;
            const filled = field.type === 'file' ? field.paper in files : isFilled(answerOf(answers, field.key));
            if (!filled) expect(errors[page.key]?.[field.key]).toBeTruthy();
          }
        }
      }),
      few,
    );
  });

  test('hidden branches never block and are not submitted', () => {
    fc.assert(
      fc.property(answersFor(form), (answers) => {
        const visible = visiblePages(form, answers);
        const shown = new Set(visible.flatMap(({ fields }) => fields.map(({ key }) => key)));
        const { errors } = validateAll(form, answers, context);
        for (const found of Object.values(errors)) for (const key of Object.keys(found)) expect(shown).toContain(key);
        const kept = visibleAnswers(form, answers);
        expect(visiblePages(form, kept)).toEqual(visible);
        expect(validateAll(form, kept, context)).toEqual(validateAll(form, answers, context));
      }),
      few,
    );
  });

  test('reading a page never throws and keeps only the page’s own fields', () => {
    const junk = fc.dictionary(
      fc.constantFrom(...fieldsOfForm(form).map(({ key }) => key), '__proto__', 'x-day'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pageKeys, 'no-such-page'), junk, answersFor(form), (key, posted, answers) => {
        const { values, errors } = parsePage(form, key, posted, answers, context);
        const own = visiblePages(form, answers).find(({ page }) => page.key === key)?.fields ?? [];
        for (const found of [values, errors]) {
          for (const name of Object.keys(found)) expect(own.map((field) => field.key)).toContain(name);
        }
      }),
      few,
    );
  });

  test('the pages form one line, forwards and backwards', () => {
    fc.assert(
      fc.property(answersFor(form), (answers) => {
        const keys = visiblePages(form, answers).map(({ page }) => page.key);
        const walked = [];
        for (let at = keys[0]; at; at = nextPage(form, at, answers)) walked.push(at);
        expect(walked).toEqual(keys);
        for (const [at, key] of keys.entries()) {
          expect(prevPage(form, key, answers)).toBe(keys[at - 1]);
          expect(progress(form, key, answers)).toMatchObject({ pagesBefore: at, pages: keys.length });
        }
      }),
      few,
    );
  });
});

test('what was typed survives: posting what a page shows changes nothing', () => {
  const listed = fieldsOfForm(birth).filter(({ type }) => type === 'ethnicity' || type === 'nationality');
  fc.assert(
    fc.property(answersFor(birth), (random) => {
      // Names and numbers take their one spelling in the first reading; from then on they stay.
      const first = visiblePages(birth, random).reduce(
        (answers, { page }) =>
          mergeAnswers(
            answers,
            parsePage(
              birth,
              page.key,
              postedFrom(
                answers,
                listed.map(({ key }) => key),
              ),
              answers,
              context,
            ).values,
          ),
        mergeAnswers(random, {}),
      );
      for (const { page } of visiblePages(birth, first)) {
        const posted = postedFrom(
          first,
          listed.map(({ key }) => key).filter((key) => first[key] !== 'Kinh'),
        );
        const { values } = parsePage(birth, page.key, posted, first, context);
        expect(mergeAnswers(first, values)).toEqual(first);
      }
    }),
    few,
  );
});

test('merging: emptied fields go, sources stay while the value does', () => {
  const before = { a: '1', b: '2' };
  const after = mergeAnswers(before, { a: '', b: '2', c: '3' });
  expect(after).toEqual({ b: '2', c: '3' });
  expect(mergeSources({ a: 'account', b: 'card-qr' }, before, after)).toEqual({ b: 'card-qr' });
});
