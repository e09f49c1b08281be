import type { HTMLInputAttributes } from 'svelte/elements';

/** What every field of the kit takes. */
export interface FieldProps {
  /** Name in the submitted form; dots and brackets are welcome. */
  readonly name: string;
  /** The question or noun, in plain words. */
  readonly label: string;
  /** One sentence of help, read before answering. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do, e.g. "Hãy nhập họ tên của bé". */
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** Default true: we mark what may be left empty, not what must be filled. */
  readonly required?: boolean | undefined;
  /** Replaces "không bắt buộc". */
  readonly optionalText?: string | undefined;
  readonly autocomplete?: HTMLInputAttributes['autocomplete'];
  readonly inputmode?: HTMLInputAttributes['inputmode'];
  /** Element id; made from the name when absent, see {@link fieldId}. */
  readonly id?: string | undefined;
  /** True when this is the only question of the page: the label becomes the page's `<h1>`. */
  readonly heading?: boolean | undefined;
}

/** Wiring that a shell hands to the control inside it. */
export interface ControlWiring {
  readonly id: string;
  readonly describedby: string | undefined;
  readonly invalid: 'true' | undefined;
}

/** Id of the first control of a field; the error summary links to it. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;

/** Wires a control to its hint and its error, error first: it is what the person must hear. */
export function wire(id: string, field: Pick<FieldProps, 'hint' | 'error'>): ControlWiring {
  const ids = [field.error ? errorId(id) : '', field.hint ? hintId(id) : ''].filter(Boolean);
  return { id, describedby: ids.join(' ') || undefined, invalid: field.error ? 'true' : undefined };
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface DateValue {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
}

export type DatePart = keyof DateValue;
