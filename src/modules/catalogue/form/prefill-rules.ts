import type { Answers, AnswerValue, PlaceAnswer, Sex, SourceKind, Sources } from './answers-model.ts';
import { answerOf, holds, isFilled } from './condition-rules.ts';
import type { Field, PersonPart } from './field-model.ts';
import { visibleAnswers } from './flow-rules.ts';
import type { Form } from './model.ts';

/** What an account or a card knows of a person; absent parts are left to the person. */
export interface KnownPerson {
  readonly fullName?: string | undefined;
  /** YYYY-MM-DD or YYYY. */
  readonly dateOfBirth?: string | undefined;
  readonly sex?: Sex | undefined;
  readonly citizenNo?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** A text is split at its commas: "số nhà, khu phố, phường, tỉnh". */
  readonly residence?: string | PlaceAnswer | undefined;
  readonly ethnicity?: string | undefined;
  readonly nationality?: string | undefined;
  /** Day on which the card was issued, YYYY-MM-DD. */
  readonly idIssuedOn?: string | undefined;
}

export interface PrefillSource {
  readonly kind: SourceKind;
  readonly person: KnownPerson;
  /** Whose fields are filled; the applicant's (`requester`) when absent. */
  readonly as?: string | undefined;
}

export interface Prefilled {
  readonly answers: Answers;
  readonly sources: Sources;
  /** Keys filled by this call. */
  readonly filled: readonly string[];
}

/**
 * An address in one line → its parts. The last is the province, the one before the commune; older cards also name
 * the district between them, which stays with the commune so that nothing is lost.
 */
export function placeFromText(text: string): PlaceAnswer {
  const parts = text
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const province = parts.at(-1) ?? '';
  // Said to be a commune, so what stands before it is no commune of an old district.
  const named = /^(phường|xã|đặc khu|thị trấn)\s/iu.test(parts.at(-2) ?? '');
  const from = parts.length >= 4 && !named ? -3 : -2;
  return { detail: parts.slice(0, from).join(', '), commune: parts.slice(from, -1).join(', '), province };
}

const fieldsOfForm = (form: Form): Field[] =>
  form.sections.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields));

function valueFor(field: Field, part: PersonPart, person: KnownPerson): AnswerValue {
  const known = person[part] ?? '';
  if (field.type === 'place') return typeof known === 'string' && known ? placeFromText(known) : known;
  return typeof known === 'string' ? known.normalize('NFC').trim() : '';
}

/** Fills empty fields of one person and notes the source of each; a filled field is never touched. */
export function prefill(form: Form, answers: Answers, sources: Sources, source: PrefillSource): Prefilled {
  const found: Record<string, AnswerValue> = {};
  for (const field of fieldsOfForm(form)) {
    if (field.fill?.person !== (source.as ?? 'requester') || isFilled(answerOf(answers, field.key))) continue;
    const value = valueFor(field, field.fill.part, source.person);
    if (isFilled(value)) found[field.key] = value;
  }
  const filled = Object.keys(found);
  return {
    answers: { ...answers, ...found },
    sources: { ...sources, ...Object.fromEntries(filled.map((key) => [key, source.kind])) },
    filled,
  };
}

/** What the answers say of a person of the form. */
export function personFrom(form: Form, answers: Answers, person: string): KnownPerson {
  const parts = fieldsOfForm(form)
    .filter((field) => field.fill?.person === person && isFilled(answerOf(answers, field.key)))
    .map((field) => [field.fill?.part, answerOf(answers, field.key)]);
  return Object.fromEntries(parts) as KnownPerson;
}

/**
 * Applies the form's copies, e.g. the applicant is the mother: her empty fields are filled from the applicant's.
 * Earlier copies that nobody changed are taken anew, so they follow a correction and go when they no longer apply.
 * Call it after each merge of a page.
 */
export function applyCopies(form: Form, answers: Answers, sources: Sources): Prefilled {
  const own = ([key]: [string, unknown]) => sources[key] !== 'copy';
  let result: Prefilled = {
    answers: Object.fromEntries(Object.entries(answers).filter(own)),
    sources: Object.fromEntries(Object.entries(sources).filter(own)),
    filled: [],
  };
  for (const copy of form.copies ?? []) {
    const live = visibleAnswers(form, result.answers);
    if (!holds(copy.when, live)) continue;
    const source = { kind: 'copy', person: personFrom(form, live, copy.from), as: copy.to } as const;
    const next = prefill(form, result.answers, result.sources, source);
    result = { ...next, filled: [...result.filled, ...next.filled] };
  }
  return result;
}
