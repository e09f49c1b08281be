import type { Field, Text } from './field-model.ts';
import { generalTexts as t } from './general-form-text.ts';
import type { Form, FormPage, FormSection } from './model.ts';

/** What the general form needs to know of a procedure; texts are the catalogue's own, in Vietnamese. */
export interface GeneralFormInput {
  readonly code: string;
  readonly name: string;
  readonly papers: readonly {
    readonly key: string;
    readonly name: string;
    readonly required: boolean;
    readonly note?: string | undefined;
  }[];
  /** Day from which the procedure's revision is in force. */
  readonly effectiveFrom?: string | undefined;
}

/** Papers a screen: few enough to see at once on a phone. */
const PAPERS_PER_PAGE = 3;

const same = (vi: string): Text => ({ vi, en: vi });
const page = (key: string, title: Text, fields: Field[], more: Partial<FormPage> = {}): FormPage => ({
  key,
  title,
  ...more,
  fields,
});

const personPages = (): FormPage[] => [
  page(
    'ho-ten-nguoi-nop',
    t.whoTitle,
    [
      { type: 'person-name', key: 'requester-name', label: t.name, fill: { person: 'requester', part: 'fullName' } },
      { type: 'date', key: 'requester-dob', label: t.dob, fill: { person: 'requester', part: 'dateOfBirth' } },
      {
        type: 'citizen-no',
        key: 'requester-citizen-no',
        label: t.citizenNo,
        hint: t.citizenNoHint,
        fill: { person: 'requester', part: 'citizenNo' },
      },
    ],
    { scan: 'requester' },
  ),
  page('lien-lac', t.contactTitle, [
    {
      type: 'phone',
      key: 'requester-phone',
      label: t.phone,
      hint: t.phoneHint,
      fill: { person: 'requester', part: 'phone' },
    },
    {
      type: 'email',
      key: 'requester-email',
      label: t.email,
      required: false,
      fill: { person: 'requester', part: 'email' },
    },
  ]),
  page('dia-chi', t.addressTitle, [
    {
      type: 'place',
      key: 'requester-residence',
      label: t.address,
      detail: 'required',
      detailLabel: t.addressDetail,
      fill: { person: 'requester', part: 'residence' },
    },
  ]),
];

const behalfPages = (): FormPage[] => [
  page('lam-cho-ai', t.behalfTitle, [
    {
      type: 'choice',
      key: 'on-behalf',
      label: t.behalf,
      options: [
        { value: 'ban-than', label: t.forMyself },
        { value: 'nguoi-khac', label: t.forOther, hint: t.forOtherHint },
        { value: 'to-chuc', label: t.forOrganisation },
      ],
    },
  ]),
  page(
    'nguoi-duoc-lam-thay',
    t.otherTitle,
    [
      { type: 'text', key: 'owner-name', label: t.otherName, hint: t.otherNameHint, maxLength: 200 },
      { type: 'text', key: 'owner-relation', label: t.relation, hint: t.relationHint, maxLength: 100 },
    ],
    { when: { field: 'on-behalf', in: ['nguoi-khac', 'to-chuc'] } },
  ),
];

function paperPages(papers: GeneralFormInput['papers']): FormPage[] {
  const fields = papers.map(
    ({ key, name, required, note }): Field => ({
      type: 'file',
      key: `paper-${key}`,
      paper: key,
      label: same(name),
      required,
      ...(note && { hint: same(note) }),
      missing: { vi: `Hãy thêm ảnh chụp hoặc tệp “${name}”.`, en: `Add a photo or a file of “${name}”.` },
    }),
  );
  const pages: FormPage[] = [];
  for (let at = 0; at < fields.length; at += PAPERS_PER_PAGE) {
    const number = pages.length + 1;
    pages.push(
      page(`giay-to-${number}`, t.papersTitle(number), fields.slice(at, at + PAPERS_PER_PAGE), { help: t.papersHelp }),
    );
  }
  return pages;
}

const lastPages = (): FormPage[] => [
  page('nhan-ket-qua', t.resultTitle, [
    {
      type: 'choice',
      key: 'receive-method',
      label: t.result,
      options: [
        { value: 'truc-tiep', label: t.atCounter },
        { value: 'buu-chinh', label: t.byPost, hint: t.byPostHint },
        { value: 'dien-tu', label: t.electronic, hint: t.electronicHint },
      ],
    },
  ]),
  page('cam-doan', t.statementTitle, [{ type: 'statement', key: 'statement', label: t.statement }]),
];

/**
 * The form of every procedure that has none of its own, derived from its required papers: who asks and for whom, what
 * is asked for, the papers, how the result is received, and the statement of truth. The same input gives the same form.
 */
export function generalForm({ code, name, papers, effectiveFrom }: GeneralFormInput): Form {
  const unique = papers.filter(({ key }, at) => papers.findIndex((other) => other.key === key) === at);
  const sections: FormSection[] = [
    { key: 'nguoi-nop', title: t.personSection, pages: [...personPages(), ...behalfPages()] },
    {
      key: 'yeu-cau',
      title: t.requestSection,
      pages: [
        page('noi-dung', t.requestTitle, [
          { type: 'text', key: 'request', label: t.request, hint: t.requestHint, lines: 5, maxLength: 2000 },
        ]),
      ],
    },
    ...(unique.length > 0
      ? [{ key: 'giay-to', title: t.papersSection, print: false as const, pages: paperPages(unique) }]
      : []),
    { key: 'hoan-tat', title: t.lastSection, pages: lastPages() },
  ];
  return {
    code,
    version: 1,
    effective_from: effectiveFrom ?? '2025-07-01',
    source_ref: 'Mẫu chung, lập từ thành phần hồ sơ của thủ tục',
    title: same(name),
    subject_name: 'owner-name',
    applicant: { name: 'requester-name', phone: 'requester-phone' },
    sections,
    rules: [
      {
        key: 'requester-dob-past',
        field: 'requester-dob',
        level: 'error',
        check: { kind: 'not-future', field: 'requester-dob' },
        message: t.dobFuture,
      },
    ],
  };
}
