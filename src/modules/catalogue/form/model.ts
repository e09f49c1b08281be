import Type, { type Static } from 'typebox';
import { ConditionSchema } from './condition-model.ts';
import { exact, FieldSchema, KeySchema, TextSchema } from './field-model.ts';
import { RuleSchema } from './rule-model.ts';

export const PageSchema = Type.Object(
  {
    key: KeySchema,
    /** The one question of the screen. */
    title: TextSchema,
    help: Type.Optional(TextSchema),
    when: Type.Optional(ConditionSchema),
    /** Person whose card's QR may fill this page. */
    scan: Type.Optional(KeySchema),
    fields: Type.Array(FieldSchema, { minItems: 1 }),
  },
  exact,
);
export type FormPage = Static<typeof PageSchema>;

export const SectionSchema = Type.Object(
  {
    key: KeySchema,
    title: TextSchema,
    /** Words above the section on the printed form; `false` keeps the section off paper. */
    print: Type.Optional(Type.Union([TextSchema, Type.Literal(false)])),
    pages: Type.Array(PageSchema, { minItems: 1 }),
  },
  exact,
);
export type FormSection = Static<typeof SectionSchema>;

/** Fills the empty fields of one person from another when both are the same human being. */
export const CopySchema = Type.Object(
  { when: ConditionSchema, from: KeySchema, to: KeySchema, label: TextSchema },
  exact,
);

/** A form as data. A draft and a dossier pin its code and version; a new version never rewrites old answers. */
export const FormSchema = Type.Object(
  {
    code: Type.String({ pattern: '^[0-9]\\.[0-9]{6}$' }),
    version: Type.Integer({ minimum: 1 }),
    effective_from: Type.String({ format: 'date' }),
    effective_to: Type.Optional(Type.String({ format: 'date' })),
    source_ref: Type.String({ minLength: 1 }),
    verified_at: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])),
    title: TextSchema,
    /** Fields with the name that the dossier is known by and the person who applies. */
    subject_name: KeySchema,
    applicant: Type.Object({ name: KeySchema, phone: KeySchema }, exact),
    sections: Type.Array(SectionSchema, { minItems: 1 }),
    rules: Type.Array(RuleSchema),
    copies: Type.Optional(Type.Array(CopySchema)),
  },
  exact,
);
export type Form = Static<typeof FormSchema>;
