import type { Answers, AnswerValue } from './answers-model.ts';
import { answerOf, fieldsOf, holds, isFilled } from './condition-rules.ts';
import type { Field } from './field-model.ts';
import type { Form, FormPage, FormSection } from './model.ts';

/** A page as this person sees it: only the fields that their earlier answers call for. */
export interface VisiblePage {
  readonly section: FormSection;
  readonly page: FormPage;
  readonly fields: readonly Field[];
}

/**
 * The pages that a person with these answers goes through, in order. Conditions see only answers of visible fields
 * of earlier pages, so an answer left behind on a hidden branch decides nothing.
 */
export function visiblePages(form: Form, answers: Answers): VisiblePage[] {
  const seen: Record<string, AnswerValue> = {};
  const pages: VisiblePage[] = [];
  for (const section of form.sections) {
    for (const page of section.pages) {
      if (!holds(page.when, seen)) continue;
      const fields = page.fields.filter((field) => holds(field.when, seen));
      if (fields.length === 0) continue;
      pages.push({ section, page, fields });
      for (const { key } of fields) if (isFilled(answerOf(answers, key))) seen[key] = answerOf(answers, key);
    }
  }
  return pages;
}

/** Answers of visible fields only: what is submitted. The draft keeps the others, should the person turn back. */
export function visibleAnswers(form: Form, answers: Answers): Record<string, AnswerValue> {
  const kept = visiblePages(form, answers).flatMap(({ fields }) => fields.map(({ key }) => key));
  return Object.fromEntries(
    kept.filter((key) => isFilled(answerOf(answers, key))).map((key) => [key, answerOf(answers, key)]),
  );
}

export const findPage = (form: Form, pageKey: string, answers: Answers): VisiblePage | undefined =>
  visiblePages(form, answers).find(({ page }) => page.key === pageKey);

const allKeys = (form: Form): string[] => form.sections.flatMap(({ pages }) => pages.map(({ key }) => key));

/** The next visible page after a page (visible or not); undefined after the last: the review page comes. */
export function nextPage(form: Form, pageKey: string, answers: Answers): string | undefined {
  const order = allKeys(form);
  const at = order.indexOf(pageKey);
  return visiblePages(form, answers).find(({ page }) => order.indexOf(page.key) > at)?.page.key;
}

/** The visible page before a page; undefined before the first. */
export function prevPage(form: Form, pageKey: string, answers: Answers): string | undefined {
  const order = allKeys(form);
  const at = order.indexOf(pageKey);
  return visiblePages(form, answers).findLast(({ page }) => order.indexOf(page.key) < at)?.page.key;
}

export interface Progress {
  /** Section, from 1. */
  readonly step: number;
  /** Sections of this person; those that a later answer may still bring are counted, so the total only shrinks. */
  readonly total: number;
  readonly title: FormSection['title'];
  /** Visible pages before this one, and all of them as the answers stand. */
  readonly pagesBefore: number;
  readonly pages: number;
}

/** A section with a visible page, or with one whose condition waits for an answer. */
function possibleSections(form: Form, answers: Answers): FormSection[] {
  const seen = visibleAnswers(form, answers);
  const shown = new Set(visiblePages(form, answers).map(({ section }) => section));
  const waits = ({ when }: FormPage) => fieldsOf(when).some((key) => !isFilled(answerOf(seen, key)));
  return form.sections.filter((section) => shown.has(section) || section.pages.some(waits));
}

/** Where a page stands among the sections and pages of this person; undefined for a page that is not shown. */
export function progress(form: Form, pageKey: string, answers: Answers): Progress | undefined {
  const pages = visiblePages(form, answers);
  const at = pages.findIndex(({ page }) => page.key === pageKey);
  const current = pages[at];
  if (!current) return undefined;
  const sections = possibleSections(form, answers);
  return {
    step: sections.indexOf(current.section) + 1,
    total: sections.length,
    title: current.section.title,
    pagesBefore: at,
    pages: pages.length,
  };
}
