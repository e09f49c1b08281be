import { type Form, generalForm } from './form/index.ts';
import type { PortalProcedure } from './portal-import/index.ts';
import type { SeedProcedure } from './seed-model.ts';

/** What a filing needs to know of the procedure's revision that it pins. */
export interface Filing {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly revisionId: string;
  /** Null: the general form derived from the papers. */
  readonly formVersion: number | null;
  readonly form: Form;
  readonly papers: readonly FilingPaper[];
  readonly duration: { readonly text: string; readonly rule: '15h' | null };
}

export interface FilingPaper {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
  readonly note?: string | undefined;
  readonly originals: number;
  readonly copies: number;
}

export type RevisionContent =
  | { readonly source: 'seed'; readonly content: SeedProcedure }
  | { readonly source: 'portal'; readonly content: PortalProcedure };

interface Pin {
  readonly procedureCode: string;
  readonly revisionId: string;
  readonly formVersion: number | null;
  readonly form: Form | null;
  readonly effectiveFrom: string;
}

/** The filing of a pinned revision: its own form where there is one, else the general form of its papers. */
export function filingOf(revision: RevisionContent, pin: Pin): Filing {
  const papers = papersOf(revision);
  const { name } = revision.content;
  return {
    procedureCode: pin.procedureCode,
    procedureName: name,
    revisionId: pin.revisionId,
    formVersion: pin.formVersion,
    form: pin.form ?? generalForm({ code: pin.procedureCode, name, papers, effectiveFrom: pin.effectiveFrom }),
    papers,
    duration: durationOf(revision),
  };
}

/**
 * Papers that are uploaded. A declaration is the form itself; what only has to be shown at the counter, or can be
 * looked up, is offered but never demanded online.
 */
export function papersOf(revision: RevisionContent): FilingPaper[] {
  if (revision.source === 'seed') {
    return revision.content.papers
      .filter((paper) => !paper.isDeclaration)
      .map((paper) => ({
        key: paper.key,
        name: paper.name,
        required: paper.required && paper.kind === 'submit' && !paper.skipOnline,
        note: paper.note ?? paper.when,
        originals: paper.originals,
        copies: paper.copies,
      }));
  }
  // The portal has no stable names for papers; a revision never changes, so the place in its list is one.
  return revision.content.papers
    .map((paper, at) => ({ paper, key: `giay-to-${at + 1}` }))
    .filter(({ paper }) => paper.kind !== 'note')
    .map(({ paper, key }) => ({
      key,
      name: paper.name.length > 300 ? `${paper.name.slice(0, 299)}…` : paper.name,
      required: paper.kind === 'submit' && !paper.group && !/nếu có|trường hợp/i.test(paper.name),
      note: paper.group ?? undefined,
      originals: paper.originals ?? 0,
      copies: paper.copies ?? 0,
    }));
}

/** Duration of the online method, else of the first one, in the portal's wording; '' where none is published. */
function durationOf(revision: RevisionContent): Filing['duration'] {
  const { methods } = revision.content;
  const method = methods.find(({ channel }) => channel === 'online') ?? methods[0];
  const text = method?.duration.text ?? '';
  return { text, rule: method && 'rule' in method ? (method.rule ?? null) : null };
}
