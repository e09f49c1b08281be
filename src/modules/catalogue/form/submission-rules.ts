import type { Answers, FormContext } from './answers-model.ts';
import { partiesOf } from './display-rules.ts';
import { visibleAnswers, visiblePages } from './flow-rules.ts';
import type { Form } from './model.ts';
import { validateAll } from './page-rules.ts';

export interface FiledForm {
  /** Answers of visible fields only; what was left behind on another branch is not filed. */
  readonly answers: Answers;
  /** Papers that the answers call for and that have a file. */
  readonly paperKeys: readonly string[];
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly subjectName: string;
}

/** What a complete draft files, or how many places still need the person. */
export function submissionOf(form: Form, answers: Answers, context: FormContext): FiledForm | { missing: number } {
  const { ok, errors } = validateAll(form, answers, context);
  if (!ok) return { missing: Object.values(errors).reduce((sum, page) => sum + Object.keys(page).length, 0) };
  const papers = visiblePages(form, answers)
    .flatMap(({ fields }) => fields)
    .flatMap((field) => (field.type === 'file' && context.attached?.[field.paper] ? [field.paper] : []));
  return { answers: visibleAnswers(form, answers), paperKeys: [...new Set(papers)], ...partiesOf(form, answers) };
}
