import Type, { type Static } from 'typebox';

const exact = { additionalProperties: false } as const;
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 });

const Is = Type.Object({ field: Key, is: Type.String() }, exact);
const In = Type.Object({ field: Key, in: Type.Array(Type.String(), { minItems: 1 }) }, exact);
const IsNot = Type.Object({ field: Key, not: Type.String() }, exact);
const Filled = Type.Object({ field: Key, filled: Type.Boolean() }, exact);

/** A question to earlier answers, as data: of one field, or `all`, `any`, `not` of other conditions. */
export type Condition =
  | Static<typeof Is>
  | Static<typeof In>
  | Static<typeof IsNot>
  | Static<typeof Filled>
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const Inner = Type.Ref('Condition');
export const ConditionSchema = Type.Unsafe<Condition>(
  Type.Cyclic(
    {
      Condition: Type.Union([
        Is,
        In,
        IsNot,
        Filled,
        Type.Object({ all: Type.Array(Inner, { minItems: 1 }) }, exact),
        Type.Object({ any: Type.Array(Inner, { minItems: 1 }) }, exact),
        Type.Object({ not: Inner }, exact),
      ]),
    },
    'Condition',
  ),
);
