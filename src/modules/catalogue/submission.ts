import { type Answers, type Form, type FormContext, validateAll, visibleAnswers, visiblePages } from './form/index.ts';

export interface CheckedSubmission {
  /** Answers of visible fields only. */
  readonly answers: Answers;
  /** Papers that the visible pages ask for. */
  readonly paperKeys: readonly string[];
  readonly subjectName: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
}

/** The answers as they would be submitted, or how many things are missing or wrong. */
export function submissionOf(
  form: Form,
  answers: Answers,
  context: FormContext,
): CheckedSubmission | { missing: number } {
  const { ok, errors } = validateAll(form, answers, context);
  if (!ok) return { missing: Object.values(errors).reduce((sum, page) => sum + Object.keys(page).length, 0) };
  const visible = visibleAnswers(form, answers);
  const text = (key: string): string => {
    const value = visible[key];
    return typeof value === 'string' ? value : '';
  };
  const applicantName = text(form.applicant.name);
  return {
    answers: visible,
    paperKeys: visiblePages(form, answers).flatMap(({ fields }) =>
      fields.flatMap((field) => (field.type === 'file' ? [field.paper] : [])),
    ),
    subjectName: text(form.subject_name) || applicantName,
    applicantName,
    applicantPhone: text(form.applicant.phone),
  };
}
