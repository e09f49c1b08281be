import Type, { type Static } from 'typebox';
import { ConditionSchema } from './condition-model.ts';

export const exact = { additionalProperties: false } as const;

/** Vietnamese first; a missing English text falls back to the Vietnamese one. */
export const TextSchema = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.Optional(Type.String()) }, exact);
export type Text = Static<typeof TextSchema>;

/** Lower-case words joined by hyphens; posted parts of a field append `-day`, `-other`, `-commune`… to it. */
export const KeySchema = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 });

/** Whose data a field holds and which part of it: what an account, a card's QR or an earlier page can fill. */
export const FillSchema = Type.Object(
  {
    person: KeySchema,
    part: Type.Union([
      Type.Literal('fullName'),
      Type.Literal('dateOfBirth'),
      Type.Literal('sex'),
      Type.Literal('citizenNo'),
      Type.Literal('phone'),
      Type.Literal('email'),
      Type.Literal('residence'),
      Type.Literal('ethnicity'),
      Type.Literal('nationality'),
      Type.Literal('idIssuedOn'),
    ]),
    /** The sex that the person's role implies (a mother's number is a woman's). */
    sex: Type.Optional(Type.Union([Type.Literal('nam'), Type.Literal('nu')])),
  },
  exact,
);
export type Fill = Static<typeof FillSchema>;
export type PersonPart = Fill['part'];

export const ChoiceOptionSchema = Type.Object(
  { value: Type.String({ minLength: 1, maxLength: 64 }), label: TextSchema, hint: Type.Optional(TextSchema) },
  exact,
);

const base = {
  key: KeySchema,
  /** The question in everyday words. */
  label: TextSchema,
  hint: Type.Optional(TextSchema),
  /** The line's name on the official form when it differs from the label; `false` leaves the line out. */
  print: Type.Optional(Type.Union([TextSchema, Type.Literal(false)])),
  /** Default true. */
  required: Type.Optional(Type.Boolean()),
  /** What to do when it is empty; a sentence of the type's own when absent. */
  missing: Type.Optional(TextSchema),
  /** May only look at fields of earlier pages, so that the page is right without scripts. */
  when: Type.Optional(ConditionSchema),
  fill: Type.Optional(FillSchema),
  /** Shown before anything was answered: the usual answer, still to be confirmed by the person. */
  initial: Type.Optional(Type.String({ minLength: 1 })),
};

/** Key of a paper in the catalogue. */
const PaperKey = Type.String({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$' });

const field = <T extends string, P extends Record<string, Type.TSchema>>(type: T, more: P) =>
  Type.Object({ ...base, type: Type.Literal(type), ...more }, exact);

const Maximum = Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 }));

/** One kind of field each; a new kind is one more line here, in `parse-rules`, `check-rules` and `FormFields`. */
export const FieldSchema = Type.Union([
  field('text', { maxLength: Maximum, lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })) }),
  field('person-name', {}),
  field('date', {}),
  field('date-or-year', {}),
  field('sex', {}),
  field('choice', { options: Type.Array(ChoiceOptionSchema, { minItems: 2 }) }),
  field('ethnicity', {}),
  field('nationality', {}),
  field('citizen-no', {}),
  field('phone', {}),
  field('email', {}),
  field('place', {
    /** Whether the part below the commune (house number, street, facility) is asked for. */
    detail: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('none')]),
    detailLabel: Type.Optional(TextSchema),
  }),
  field('number', {
    minimum: Type.Optional(Type.Integer()),
    maximum: Type.Optional(Type.Integer()),
    suffix: Type.Optional(TextSchema),
  }),
  /** Must be ticked; the label is the whole sentence. */
  field('statement', {}),
  /** Photos or PDFs of one required paper, under the paper's key in the catalogue. */
  field('file', { paper: PaperKey }),
]);

export type Field = Static<typeof FieldSchema>;
export type FieldType = Field['type'];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
