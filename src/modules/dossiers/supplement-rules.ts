import {
  type Answers,
  type AnswerValue,
  type Field,
  type Filing,
  type FormContext,
  mergeAnswers,
  type Posted,
  parsePage,
  validateAll,
  visibleAnswers,
  visiblePages,
} from '../catalogue/index.ts';
import type { Defect, DossierPaper } from './model.ts';

/** What the citizen says goes along with the answers of the supplement in preparation; no field can have this key. */
export const NOTE_KEY = '#note';

/** Defects that a supplement leaves open; the citizen sends once, when none is left. */
export function openAfter(
  defects: readonly Defect[],
  given: {
    readonly changedFields: readonly string[];
    readonly papers: readonly { readonly componentKey: string }[];
    readonly note: string;
  },
): Defect[] {
  const papers = new Set(given.papers.map((paper) => paper.componentKey));
  const fields = new Set(given.changedFields);
  return defects.filter(({ targetKind, targetKey }) => {
    if (targetKind === 'field') return !fields.has(targetKey);
    if (targetKind === 'paper') return !papers.has(targetKey);
    return given.note.trim() === '';
  });
}

/** Where a supplement stands: what the dossier says, what is asked, and what was mended so far. */
export interface SupplementInput {
  readonly filing: Filing;
  readonly submitted: Answers;
  readonly submittedPapers: readonly (DossierPaper & { readonly superseded: boolean })[];
  readonly defects: readonly Defect[];
  /** Answers in preparation, with the note; the submitted ones before anything was mended. */
  readonly answers: Answers;
  readonly papers: readonly { readonly componentKey: string }[];
}

export interface AskedItem {
  readonly defect: Defect;
  /** How it is mended; null: by the note. */
  readonly field: Field | null;
  readonly mended: boolean;
}

export interface SupplementState {
  readonly items: readonly AskedItem[];
  /** Fields that the mended answers newly call for. */
  readonly more: readonly Field[];
  /** By field key; of asked and newly called for fields only. */
  readonly errors: Readonly<Record<string, string>>;
  /** The dossier's answers as they would be sent. */
  readonly answers: Answers;
  readonly changedFields: readonly string[];
  readonly note: string;
  readonly needsNote: boolean;
  readonly open: readonly Defect[];
}

const noteOf = (answers: Answers): string => {
  const note = answers[NOTE_KEY];
  return typeof note === 'string' ? note : '';
};

const without = (answers: Answers, key: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));

const same = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean => flat(a) === flat(b);
const flat = (value: AnswerValue | undefined): string =>
  typeof value === 'object' ? [value.detail, value.commune, value.province].join('\n') : (value ?? '');

const fieldsOf = ({ form }: Filing, answers: Answers): Field[] =>
  visiblePages(form, answers).flatMap(({ fields }) => fields);

/** A paper that the form does not ask for by itself can still be asked for. */
const paperField = ({ targetKey, targetLabel }: Defect): Field => ({
  type: 'file',
  key: `paper-${targetKey}`,
  paper: targetKey,
  label: { vi: targetLabel },
});

function fieldOf(defect: Defect, visible: readonly Field[]): Field | null {
  if (defect.targetKind === 'field') return visible.find(({ key }) => key === defect.targetKey) ?? null;
  if (defect.targetKind === 'other') return null;
  return visible.find((field) => field.type === 'file' && field.paper === defect.targetKey) ?? paperField(defect);
}

/** Everything that the supplement's page shows and the sending checks; pure. */
export function supplementState(input: SupplementInput, context: Omit<FormContext, 'attached'>): SupplementState {
  const { filing, submitted, defects, papers } = input;
  const answers = without(input.answers, NOTE_KEY);
  const note = noteOf(input.answers);
  const visible = fieldsOf(filing, answers);
  const before = new Set(fieldsOf(filing, submitted).map(({ key }) => key));
  const changedFields = visible
    .filter(({ key, type }) => type !== 'file' && !same(answers[key], submitted[key]))
    .map(({ key }) => key);
  // A field that is hidden by now cannot be changed: the note speaks of it.
  const hidden = defects.filter((defect) => defect.targetKind === 'field' && !fieldOf(defect, visible));
  const spoken = note.trim() ? hidden.map(({ targetKey }) => targetKey) : [];
  const open = openAfter(defects, { changedFields: [...changedFields, ...spoken], papers, note });
  const asked = new Set(defects.map((defect) => fieldOf(defect, visible)?.key));
  const more = visible.filter(({ key }) => !before.has(key) && !asked.has(key));
  const known = new Set([...asked, ...more.map(({ key }) => key)]);
  const found = validateAll(filing.form, answers, { ...context, attached: attachedTo(input) }).errors;
  const errors = Object.values(found).flatMap((page) => Object.entries(page).filter(([key]) => known.has(key)));
  return {
    items: defects.map((defect) => ({ defect, field: fieldOf(defect, visible), mended: !open.includes(defect) })),
    more,
    errors: Object.fromEntries(errors),
    answers: visibleAnswers(filing.form, answers),
    changedFields: [...changedFields, ...spoken],
    note,
    needsNote: hidden.length > 0 || defects.some(({ targetKind }) => targetKind === 'other'),
    open,
  };
}

/** Papers of components that were asked for anew count only when they are new. */
function attachedTo({ defects, papers, submittedPapers }: SupplementInput): Record<string, number> {
  const anew = new Set(defects.filter(({ targetKind }) => targetKind === 'paper').map(({ targetKey }) => targetKey));
  const counts: Record<string, number> = {};
  for (const { componentKey, superseded } of submittedPapers)
    if (!superseded && !anew.has(componentKey)) counts[componentKey] = (counts[componentKey] ?? 0) + 1;
  for (const { componentKey } of papers) counts[componentKey] = (counts[componentKey] ?? 0) + 1;
  return counts;
}

/** The answers in preparation with what was posted over them; only what is asked for can change. */
export function mergeSupplement(input: SupplementInput, posted: Posted, context: FormContext): Answers {
  const { form } = input.filing;
  const state = supplementState(input, context);
  const asked = new Set([...state.items.flatMap(({ field }) => field?.key ?? []), ...state.more.map(({ key }) => key)]);
  const values: Record<string, AnswerValue> = {};
  for (const { page, fields } of visiblePages(form, input.answers)) {
    if (!fields.some(({ key, type }) => asked.has(key) && type !== 'file')) continue;
    const read = parsePage(form, page.key, posted, input.answers, context).values;
    for (const [key, value] of Object.entries(read)) if (asked.has(key)) values[key] = value;
  }
  const note = typeof posted.note === 'string' ? posted.note.normalize('NFC').slice(0, 1000) : noteOf(input.answers);
  return mergeAnswers(input.answers, { ...values, [NOTE_KEY]: note });
}
