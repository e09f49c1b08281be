import type { Lang } from '../../../platform/problem.ts';
import type { Answers, AnswerValue, SourceKind, Sources } from './answers-model.ts';
import { answerOf } from './condition-rules.ts';
import type { Field, Text } from './field-model.ts';
import { visiblePages } from './flow-rules.ts';
import type { Form, FormSection } from './model.ts';
import { textIn } from './text-rules.ts';
import { dateInWords, shortDate, upperName } from './words-rules.ts';

const SEX: Readonly<Record<string, Text>> = { nam: { vi: 'Nam', en: 'Male' }, nu: { vi: 'Nữ', en: 'Female' } };
const AGREED: Text = { vi: 'Đã đồng ý', en: 'Agreed' };
const FILES = (count: number): Text => ({ vi: `${count} tệp`, en: count === 1 ? '1 file' : `${count} files` });
const SOURCE: Readonly<Record<SourceKind, Text>> = {
  account: { vi: 'Lấy từ tài khoản', en: 'From the account' },
  'card-qr': { vi: 'Lấy từ mã QR trên thẻ căn cước', en: 'From the QR code of the ID card' },
  copy: { vi: 'Lấy từ phần người yêu cầu', en: 'From the applicant’s part' },
};

export const sourceLabel = (kind: SourceKind, lang: Lang): string => textIn(SOURCE[kind], lang);

export const placeLine = ({
  detail,
  commune,
  province,
}: {
  detail: string;
  commune: string;
  province: string;
}): string => [detail, commune, province].filter(Boolean).join(', ');

/** An answer as people read it: `15/03/2026`, "Nữ", an address in one line. What is wrong shows as typed. */
export function displayValue(field: Field, value: AnswerValue, lang: Lang): string {
  if (typeof value !== 'string') return placeLine(value);
  if (field.type === 'choice') {
    const option = field.options.find((one) => one.value === value);
    return option ? textIn(option.label, lang) : '';
  }
  if (field.type === 'sex') return SEX[value] ? textIn(SEX[value], lang) : '';
  if (field.type === 'statement') return value ? textIn(AGREED, lang) : '';
  if (field.type === 'date' || field.type === 'date-or-year') return shortDate(value);
  if (field.type === 'number' && field.suffix && value) return `${value} ${textIn(field.suffix, lang)}`;
  return value;
}

/** A field's name on the official form, where it has one: the officer's words, not the citizen's. */
export const officialLabel = (field: Field): string => textIn(field.print || field.label, 'vi');

/** A section's heading for officers. */
export const officialTitle = (section: FormSection): string => textIn(section.print || section.title, 'vi');

export interface SummaryRow {
  readonly page: string;
  readonly field: string;
  readonly label: string;
  /** Empty when nothing was answered. */
  readonly value: string;
  /** "Ghi bằng chữ", of dates. */
  readonly words?: string;
  readonly source?: string;
}

export interface SummarySection {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

const inWords = (field: Field, value: AnswerValue): string =>
  (field.type === 'date' || field.type === 'date-or-year') && typeof value === 'string' ? dateInWords(value) : '';

/** The review page: every visible field, by section. `attached` counts files by paper key. */
export function summary(
  form: Form,
  answers: Answers,
  lang: Lang,
  {
    sources = {},
    attached = {},
    official = false,
  }: {
    sources?: Sources;
    attached?: Readonly<Record<string, number>> | undefined;
    /** In the words of the official form, for officers; else in the citizen's. */
    official?: boolean;
  } = {},
): SummarySection[] {
  const sections = new Map<string, { key: string; title: string; rows: SummaryRow[] }>();
  for (const { section, page, fields } of visiblePages(form, answers)) {
    const into = sections.get(section.key) ?? {
      key: section.key,
      title: official ? officialTitle(section) : textIn(section.title, lang),
      rows: [],
    };
    sections.set(section.key, into);
    for (const field of fields) {
      const value = answerOf(answers, field.key);
      const files = field.type === 'file' ? (attached[field.paper] ?? 0) : 0;
      const words = inWords(field, value);
      const kind = Object.hasOwn(sources, field.key) ? sources[field.key] : undefined;
      into.rows.push({
        page: page.key,
        field: field.key,
        label: official ? officialLabel(field) : textIn(field.label, lang),
        value: files > 0 ? textIn(FILES(files), lang) : displayValue(field, value, lang),
        ...(words && { words }),
        ...(kind && { source: sourceLabel(kind, lang) }),
      });
    }
  }
  return [...sections.values()];
}

export interface PrintLine {
  readonly label: string;
  readonly value: string;
  readonly words?: string;
  /** Whole sentences (statements) have no value of their own. */
  readonly sentence?: true;
}

export interface PrintSection {
  readonly heading: string;
  readonly lines: readonly PrintLine[];
}

/** The filled form on paper, always in Vietnamese: official labels, names IN HOA, dates also in words. */
export function printedForm(form: Form, answers: Answers): PrintSection[] {
  const sections = new Map<string, { heading: string; lines: PrintLine[] }>();
  for (const { section, fields } of visiblePages(form, answers)) {
    if (section.print === false) continue;
    const into = sections.get(section.key) ?? { heading: (section.print ?? section.title).vi, lines: [] };
    sections.set(section.key, into);
    for (const field of fields) {
      if (field.print === false || field.type === 'file') continue;
      const value = answerOf(answers, field.key);
      const label = (field.print ?? field.label).vi;
      if (field.type === 'statement') {
        if (value) into.lines.push({ label, value: '', sentence: true });
        continue;
      }
      const shown = displayValue(field, value, 'vi');
      const words = inWords(field, value);
      into.lines.push({
        label,
        value: field.type === 'person-name' ? upperName(shown) : shown,
        ...(words && { words }),
      });
    }
  }
  return [...sections.values()].filter(({ lines }) => lines.length > 0);
}
