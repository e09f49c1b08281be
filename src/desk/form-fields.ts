import Type from 'typebox';

/** A line of a form or an address: text that may be missing. What it must be is the rules' word, not the schema's. */
export const Line = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** The version of a dossier that the officer saw, in a hidden field. */
export const Version = Type.String({ pattern: '^[0-9]{1,9}$' });

/** Boxes with one name: none, one or several were ticked. */
export const Boxes = Type.Optional(
  Type.Union([Type.String({ maxLength: 80 }), Type.Array(Type.String({ maxLength: 80 }), { maxItems: 50 })]),
);

export const ticked = (boxes: string | string[] | undefined): string[] =>
  typeof boxes === 'string' ? [boxes] : (boxes ?? []);
