export type * from './answers-model.ts';
export type { Condition } from './condition-model.ts';
export {
  displayValue,
  officialLabel,
  officialTitle,
  type PrintSection,
  placeLine,
  printedForm,
  type SummarySection,
  summary,
} from './display-rules.ts';
export type { Field, FieldOf, FieldType, Text } from './field-model.ts';
export {
  findPage,
  nextPage,
  type Progress,
  prevPage,
  progress,
  type VisiblePage,
  visibleAnswers,
  visiblePages,
} from './flow-rules.ts';
export { type GeneralFormInput, generalForm } from './general-form.ts';
export type { Form, FormPage, FormSection } from './model.ts';
export {
  checkPage,
  type FormResult,
  mergeAnswers,
  mergeSources,
  type PageResult,
  parsePage,
  validateAll,
} from './page-rules.ts';
export { parseForm } from './parse-form.ts';
export {
  applyCopies,
  type KnownPerson,
  type Prefilled,
  type PrefillSource,
  personFrom,
  prefill,
} from './prefill-rules.ts';
export { textIn } from './text-rules.ts';
