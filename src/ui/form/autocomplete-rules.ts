import type { Field, PersonPart } from '../../modules/catalogue/form/field-model.ts';

const TOKENS = {
  fullName: 'name',
  dateOfBirth: 'bday',
  phone: 'tel',
  email: 'email',
  residence: 'street-address',
} as const satisfies Partial<Record<PersonPart, string>>;

type Token = (typeof TOKENS)[keyof typeof TOKENS] | 'off';

/** The browser may offer a person's own data (WCAG 1.3.5), never the helper's, nor the applicant's for somebody else. */
export function autocompleteOf(field: Field, assisted: boolean): Token {
  if (assisted || field.fill?.person !== 'requester') return 'off';
  const part = field.fill.part;
  return part in TOKENS ? TOKENS[part as keyof typeof TOKENS] : 'off';
}
