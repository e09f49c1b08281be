import { fieldsOf } from './condition-rules.ts';
import { fieldsOfRule } from './cross-rules.ts';
import type { Field, Text } from './field-model.ts';
import type { Form } from './model.ts';

const SUFFIXES = ['day', 'month', 'year', 'other', 'commune', 'province'];

const isText = (value: object): value is Text => typeof (value as Text).vi === 'string';

/** Paths of all texts without an English version. */
function untranslated(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return value.en ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => untranslated(inner, `${path}/${key}`));
}

const twice = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

/** Conditions may only look back: at fields of earlier pages, so that every page can be rendered without scripts. */
function lookingAhead(form: Form): string[] {
  const problems: string[] = [];
  const earlier = new Set<string>();
  for (const page of form.sections.flatMap(({ pages }) => pages)) {
    const asked = [page.when, ...page.fields.map(({ when }) => when)].flatMap(fieldsOf);
    for (const key of asked)
      if (!earlier.has(key)) problems.push(`page ${page.key}: condition looks at ${key}, not asked before`);
    for (const { key } of page.fields) earlier.add(key);
  }
  return problems;
}

function ruleProblems(form: Form, fields: ReadonlyMap<string, Field>): string[] {
  const order = [...fields.keys()];
  return form.rules.flatMap((rule) => {
    const unknown = fieldsOfRule(rule).filter((key) => !fields.has(key));
    const late = fieldsOfRule(rule).filter((key) => order.indexOf(key) > order.indexOf(rule.field));
    return [
      ...unknown.map((key) => `rule ${rule.key}: no field ${key}`),
      ...late.map((key) => `rule ${rule.key}: shown on ${rule.field}, before ${key} is asked`),
    ];
  });
}

/** Everything that makes a well-shaped form unfit to publish; an empty list when it is fit. */
export function lintForm(form: Form): string[] {
  const pages = form.sections.flatMap((section) => section.pages);
  const all = pages.flatMap(({ fields }) => fields);
  const fields = new Map(all.map((field) => [field.key, field]));
  const keys = all.map(({ key }) => key);
  // Papers that stand in each other's place share a key; each is asked for under a condition of its own.
  const papers = pages.flatMap((page) =>
    page.fields.flatMap((field) => (field.type === 'file' && !page.when && !field.when ? [field.paper] : [])),
  );
  const named = [form.subject_name, form.applicant.name, form.applicant.phone];
  return [
    ...twice(form.sections.map(({ key }) => key)).map((key) => `section ${key} stands twice`),
    ...twice(pages.map(({ key }) => key)).map((key) => `page ${key} stands twice`),
    ...twice(keys).map((key) => `field ${key} stands twice`),
    ...twice(papers).map((key) => `paper ${key} is asked for twice`),
    ...twice(form.rules.map(({ key }) => key)).map((key) => `rule ${key} stands twice`),
    ...keys
      .filter((key) => SUFFIXES.some((s) => keys.includes(`${key}-${s}`)))
      .map((key) => `a part of ${key} is also a field`),
    ...named.filter((key) => !fields.has(key)).map((key) => `no field ${key}`),
    ...lookingAhead(form),
    ...ruleProblems(form, fields),
    ...untranslated(form, '').map((path) => `no English text at ${path}`),
  ];
}
