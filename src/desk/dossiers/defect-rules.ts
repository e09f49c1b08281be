import {
  type Answers,
  displayValue,
  type Filing,
  officialLabel,
  officialTitle,
  textIn,
  visiblePages,
} from '../../modules/catalogue/index.ts';
import type { Defect } from '../../modules/dossiers/index.ts';

/** Something of a dossier that can be asked to be mended. */
export interface DefectTarget {
  /** `field:<key>`, `paper:<component>` or `other`: the value of its box. */
  readonly id: string;
  readonly kind: Defect['targetKind'];
  readonly key: string;
  readonly label: string;
  /** Its name in the citizen's words, for the list that the citizen gets. */
  readonly plain: string;
  /** What is there now, as text. */
  readonly now: string;
}

export interface TargetGroup {
  readonly title: string;
  readonly targets: readonly DefectTarget[];
}

interface FiledPaper {
  readonly componentKey: string;
  readonly componentName: string;
  readonly superseded: boolean;
}

/** All fields and papers of a dossier, by section, and one line for anything else: the list must be able to be complete. */
export function targetGroups(filing: Filing, answers: Answers, papers: readonly FiledPaper[]): TargetGroup[] {
  const sections = new Map<string, { title: string; targets: DefectTarget[] }>();
  for (const { section, fields } of visiblePages(filing.form, answers)) {
    for (const field of fields) {
      if (field.type === 'file' || field.type === 'statement') continue;
      const group = sections.get(section.key) ?? { title: officialTitle(section), targets: [] };
      sections.set(section.key, group);
      group.targets.push({
        id: `field:${field.key}`,
        kind: 'field',
        key: field.key,
        label: officialLabel(field),
        plain: textIn(field.label, 'vi'),
        now: displayValue(field, answers[field.key] ?? '', 'vi') || 'chưa điền',
      });
    }
  }
  return [
    { title: 'Giấy tờ kèm theo', targets: paperTargets(filing, papers) },
    ...sections.values(),
    {
      title: 'Khác',
      targets: [{ id: 'other', kind: 'other', key: '', label: 'Việc khác', plain: 'Việc khác', now: '' }],
    },
  ];
}

function paperTargets(filing: Filing, papers: readonly FiledPaper[]): DefectTarget[] {
  const names = new Map(filing.papers.map(({ key, name }) => [key, name]));
  for (const { componentKey, componentName } of papers) names.set(componentKey, componentName);
  return [...names].map(([key, label]) => {
    const files = papers.filter(({ componentKey, superseded }) => componentKey === key && !superseded).length;
    return {
      id: `paper:${key}`,
      kind: 'paper',
      key,
      label,
      plain: label,
      now: files === 0 ? 'chưa có tệp' : `${files} tệp`,
    };
  });
}

/** The posted list: what was ticked and every sentence that was typed, so that nothing is lost on an error. */
export interface DefectForm {
  readonly ticked: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly note: string;
}

export const REASON_PREFIX = 'r:';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function readDefectForm(body: Readonly<Record<string, unknown>>): DefectForm {
  const ticked = (Array.isArray(body.t) ? body.t : [body.t]).map(textOf).filter(Boolean);
  const reasons = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith(REASON_PREFIX) && textOf(value).trim() ? [[name.slice(REASON_PREFIX.length), textOf(value)]] : [],
    ),
  );
  return { ticked, reasons, note: textOf(body.note) };
}

/** The ticked ones as defects, in the order of the page, and which of them lack a reason. */
export function defectsOf(
  form: DefectForm,
  groups: readonly TargetGroup[],
): { defects: Defect[]; bare: DefectTarget[] } {
  const ticked = groups.flatMap(({ targets }) => targets).filter(({ id }) => form.ticked.includes(id));
  const reasonOf = (id: string) => (form.reasons[id] ?? '').normalize('NFC').trim();
  return {
    defects: ticked.map(({ id, kind, key, plain }) => ({
      targetKind: kind,
      targetKey: key,
      targetLabel: plain,
      reason: reasonOf(id),
    })),
    bare: ticked.filter(({ id }) => !reasonOf(id)),
  };
}
