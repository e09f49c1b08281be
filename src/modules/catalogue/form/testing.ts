import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromRoot } from '../../../platform/paths.ts';
import type { Answers, AnswerValue, FormContext } from './answers-model.ts';
import type { Form } from './model.ts';
import { parseForm } from './parse-form.ts';
import { dateBoxes } from './parse-rules.ts';

export const context: FormContext = { today: '2026-11-24', lang: 'vi' };

/** The form of a seed file. @throws with every problem when it is unfit. */
export function seedForm(code: string): Form {
  const parsed = parseForm(JSON.parse(readFileSync(fromRoot('db', 'seed', 'forms', `${code}.json`), 'utf8')));
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.form;
}

export const fieldsOfForm = (form: Form) => form.sections.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields));

/** A person's way of filling in: right and wrong values of every kind, invented. */
export function answersFor(form: Form): fc.Arbitrary<Answers> {
  const text = fc.constantFrom(
    '',
    'Nguyễn Thị An',
    'Trần Văn Bình',
    'x1',
    '31/2/2026',
    '2026-10-01',
    '1990',
    '12',
    'a@b.vn',
  );
  const place = fc.record({ detail: text, commune: text, province: text });
  const known: Record<string, fc.Arbitrary<AnswerValue>> = {};
  for (const field of fieldsOfForm(form)) {
    if (field.type === 'choice') known[field.key] = fc.constantFrom('', ...field.options.map(({ value }) => value));
    else if (field.type === 'sex') known[field.key] = fc.constantFrom('', 'nam', 'nu');
    else if (field.type === 'statement') known[field.key] = fc.constantFrom('', 'yes');
    else if (field.type === 'place') known[field.key] = place;
    else if (field.type !== 'file') known[field.key] = text;
  }
  return fc.record(known, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

/** What the browser posts for answers: the reverse of parsing. */
export function postedFrom(answers: Answers, listed: readonly string[] = []): Record<string, string> {
  const posted: Record<string, string> = {};
  for (const [key, value] of Object.entries(answers)) {
    if (typeof value !== 'string') {
      Object.assign(posted, {
        [key]: value.detail,
        [`${key}-commune`]: value.commune,
        [`${key}-province`]: value.province,
      });
      continue;
    }
    posted[key] = value;
    if (/dob$|issued$/.test(key)) {
      const { day, month, year } = dateBoxes(value);
      Object.assign(posted, { [`${key}-day`]: day, [`${key}-month`]: month, [`${key}-year`]: year });
    }
    if (listed.includes(key)) Object.assign(posted, { [key]: 'khac', [`${key}-other`]: value });
  }
  return posted;
}
