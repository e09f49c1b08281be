import type { Lang } from '../../../platform/problem.ts';

/** A place in words; `communeCode` is known when it was chosen from the register of units. */
export interface PlaceAnswer {
  readonly detail: string;
  readonly commune: string;
  readonly province: string;
  readonly communeCode?: string | undefined;
}

/**
 * What a field holds. Text of a fixed shape once it is right (date `2026-03-15`, year `1998`, phone `0912345678`);
 * as long as it is wrong, the typed text itself (date `31/2/2026`): a draft never loses what was typed.
 */
export type AnswerValue = string | PlaceAnswer;
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Where a value came from, by field, as long as nobody changed it: `account`, `card-qr`, `copy`. */
export type SourceKind = 'account' | 'card-qr' | 'copy';
export type Sources = Readonly<Record<string, SourceKind>>;

export type Sex = 'nam' | 'nu';

/** The one check that belongs to another module (identity's citizen number rules); doors hand it in. */
export type CheckCitizenNo = (
  number: string,
  facts: { readonly sex?: Sex | undefined; readonly dateOfBirth?: string | undefined },
) => {
  readonly result: 'ok' | 'warning' | 'error';
  readonly findings: readonly { readonly code: string; readonly message: string }[];
};

export interface FormContext {
  /** Local day (+07:00) as YYYY-MM-DD. */
  readonly today: string;
  readonly lang: Lang;
  readonly checkCitizenNo?: CheckCitizenNo | undefined;
  /** How many files each paper has, by paper key. */
  readonly attached?: Readonly<Record<string, number>> | undefined;
}

/** Sentences by field key. */
export type FieldTexts = Readonly<Record<string, string>>;

/** A body as a form parser gives it; what is no text is ignored. */
export type Posted = Readonly<Record<string, unknown>>;
