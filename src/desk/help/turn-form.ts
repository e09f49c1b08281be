import Type, { type Static } from 'typebox';
import { readTurn, type TurnInput } from '../../modules/assistance/index.ts';
import { Line } from '../form-fields.ts';
import { TURN_ERRORS } from './text.ts';

/** What the form of a turn posts: text that may be missing; the rules say what it must be. */
export const TurnForm = Type.Object({
  key: Type.String({ format: 'uuid' }),
  kind: Line(40),
  place: Line(40),
  minutes: Line(10),
  outcome: Line(40),
  note: Line(4000),
});

export type TurnValues = TurnInput & { readonly key: string };

export const toTurnValues = (form: Static<typeof TurnForm>): TurnValues => ({
  key: form.key,
  kind: form.kind ?? '',
  place: form.place ?? '',
  channel: '',
  minutes: form.minutes ?? '',
  outcome: form.outcome ?? '',
  note: form.note ?? '',
});

/** Sentences for what is wrong, in the page's order. */
export function turnErrors(values: TurnInput, kinds: readonly string[]): { name: string; message: string }[] {
  const read = readTurn(values, kinds);
  return 'faults' in read ? read.faults.map((field) => ({ name: field, message: TURN_ERRORS[field] })) : [];
}
