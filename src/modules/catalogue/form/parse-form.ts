import Value from 'typebox/value';
import { lintForm } from './form-lint.ts';
import { type Form, FormSchema } from './model.ts';

/** A form definition from outside (a seed file, the database, an upload): the form, or every reason why it is none. */
export function parseForm(json: unknown): { form: Form } | { problems: string[] } {
  if (!Value.Check(FormSchema, json)) {
    const problems = Value.Errors(FormSchema, json).map(
      ({ instancePath, message }) => `${instancePath || '/'}: ${message}`,
    );
    return { problems: [...new Set(problems)] };
  }
  const problems = lintForm(json);
  return problems.length > 0 ? { problems } : { form: json };
}
