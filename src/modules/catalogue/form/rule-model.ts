import Type, { type Static } from 'typebox';
import { ConditionSchema } from './condition-model.ts';
import { exact, KeySchema, TextSchema } from './field-model.ts';

const check = <T extends string, P extends Record<string, Type.TSchema>>(kind: T, more: P) =>
  Type.Object({ kind: Type.Literal(kind), ...more }, exact);

/** A field's key, or the day of filling in (+07:00). */
const DayOf = Type.Union([Type.Literal('today'), KeySchema]);

/** What must hold. A check whose fields are not all filled passes: emptiness is `required`'s business. */
export const CheckSchema = Type.Union([
  check('not-future', { field: KeySchema }),
  /** `field` lies at most `days` calendar days before `of`. */
  check('within-days', { field: KeySchema, days: Type.Integer({ minimum: 0 }), of: DayOf }),
  check('not-after', { field: KeySchema, other: DayOf }),
  /** The person born on `field` has completed `years` years at `at`. */
  check('age-at-least', { field: KeySchema, years: Type.Integer({ minimum: 0 }), at: DayOf }),
  check('age-at-most', { field: KeySchema, years: Type.Integer({ minimum: 0 }), at: DayOf }),
  check('same', { field: KeySchema, as: Type.Array(KeySchema, { minItems: 1 }) }),
  check('differs', { field: KeySchema, from: KeySchema }),
  /** The first word of a person's name (họ) is that of one of the others. */
  check('family-name-of', { field: KeySchema, as: Type.Array(KeySchema, { minItems: 1 }) }),
  check('condition', { condition: ConditionSchema }),
]);
export type Check = Static<typeof CheckSchema>;

/** A rule between fields, as dated data (DESIGN §5.4). */
export const RuleSchema = Type.Object(
  {
    key: KeySchema,
    /** Where the sentence is shown. */
    field: KeySchema,
    level: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    when: Type.Optional(ConditionSchema),
    check: CheckSchema,
    message: TextSchema,
    effective_from: Type.Optional(Type.String({ format: 'date' })),
    effective_to: Type.Optional(Type.String({ format: 'date' })),
    source_ref: Type.Optional(Type.String()),
  },
  exact,
);
export type Rule = Static<typeof RuleSchema>;
