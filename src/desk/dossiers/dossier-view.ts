import {
  type Answers,
  type Filing,
  printedForm,
  type SummarySection,
  summary,
  visiblePages,
} from '../../modules/catalogue/index.ts';
import { type ActionRow, type DossierView, dueOf, isOverdue, STATES, staffActs } from '../../modules/dossiers/index.ts';
import { may, type StaffSession } from '../../modules/identity/index.ts';
import type { WorkCalendar } from '../../modules/units/index.ts';
import { showWhen } from '../when.ts';
import { type DueBadge, dueBadge, dueWords } from './due-rules.ts';
import { ACT_SLUGS, filePath, type StaffAct } from './paths.ts';
import { ACTION_LABELS, CHANNEL_LABELS, METHOD_LABELS } from './text.ts';

export interface FileLink {
  readonly href: string;
  readonly label: string;
  readonly isImage: boolean;
  readonly superseded: boolean;
}

export interface PaperGroup {
  readonly name: string;
  readonly files: readonly FileLink[];
}

/** A paper of the procedure that nothing was attached for. */
export interface AbsentPaper {
  readonly name: string;
  readonly required: boolean;
}

export interface HistoryStep {
  readonly title: string;
  readonly state: 'done' | 'now' | 'problem' | 'waiting';
  readonly time: string;
  readonly datetime: string;
  readonly note: string | undefined;
}

/** Everything that the officer's page of a dossier shows, in words. */
export interface DossierPageView {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly subjectName: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly stateText: string;
  readonly badge: DueBadge;
  readonly isOverdue: boolean;
  readonly due: {
    readonly label: string;
    readonly text: string;
    readonly sentence: string | null;
    readonly steps: readonly string[];
  } | null;
  readonly channel: string;
  readonly submitted: string;
  readonly helper: string | null;
  readonly version: number;
  readonly isDemo: boolean;
  readonly isNew: boolean;
  readonly sections: readonly SummarySection[];
  readonly papers: readonly PaperGroup[];
  readonly absent: readonly AbsentPaper[];
  readonly results: readonly FileLink[];
  readonly openDefects: readonly { readonly what: string; readonly how: string }[];
  readonly history: readonly HistoryStep[];
  /** Acts that this person may take now. */
  readonly acts: readonly StaffAct[];
  /** What reception now would promise; null when it is not to be received or no duration is published. */
  readonly dueIfReceived: string | null;
}

const NEEDS: Readonly<Record<StaffAct, 'dossier.work' | 'dossier.result'>> = {
  receive: 'dossier.work',
  refuse: 'dossier.work',
  'request-supplement': 'dossier.work',
  process: 'dossier.work',
  finish: 'dossier.result',
  'hand-over': 'dossier.result',
};

const isStaffAct = (act: string): act is StaffAct => Object.hasOwn(ACT_SLUGS, act);

/** The right that an act of staff needs. */
export const rightFor = (act: StaffAct) => NEEDS[act];

export function dossierPageView(
  dossier: DossierView,
  filing: Filing,
  session: StaffSession,
  now: Date,
  calendar: WorkCalendar,
): DossierPageView {
  const { dossierId, state, dueAt } = dossier;
  const attached: Record<string, number> = {};
  for (const { componentKey, superseded } of dossier.papers) {
    if (!superseded) attached[componentKey] = (attached[componentKey] ?? 0) + 1;
  }
  const ifReceived = state === 1 ? dueOf(dossier.durationText, dossier.dueRule, now, calendar) : null;
  return {
    dossierId,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    procedureName: dossier.procedureName,
    subjectName: dossier.subjectName,
    applicantName: dossier.applicantName,
    applicantPhone: dossier.applicantPhone.replace(/^\+84/, '0'),
    stateText: STATES[state],
    badge: dueBadge(dossier, now, calendar),
    isOverdue: isOverdue(state, dueAt, now),
    due: dueAt
      ? {
          label: dossier.receivedAt ? 'Hẹn trả kết quả' : 'Dự kiến trả kết quả',
          text: dueWords(dueAt, dossier.dueTentative),
          sentence: dossier.dueSentence,
          steps: dossier.dueSteps.map(({ text }) => text),
        }
      : null,
    channel: CHANNEL_LABELS[dossier.channel],
    submitted: showWhen(dossier.submittedAt),
    helper: dossier.helperName && [dossier.helperName, dossier.helperTeam].filter(Boolean).join(', '),
    version: dossier.version,
    isDemo: dossier.isDemo,
    isNew: state === 1,
    sections: answerSections(filing, dossier.answers as Answers),
    papers: paperGroups(dossier),
    absent: filing.papers.filter(({ key }) => !attached[key]).map(({ name, required }) => ({ name, required })),
    results: dossier.results.map((result) => fileLink(dossierId, result, result.title)),
    openDefects: dossier.openDefects.map(({ targetLabel, reason }) => ({ what: targetLabel, how: reason })),
    history: dossier.actions.map((action, at) => step(action, at === dossier.actions.length - 1)),
    acts: staffActs(state)
      .filter(isStaffAct)
      .filter((act) => may(session, NEEDS[act])),
    dueIfReceived: ifReceived && dueWords(ifReceived.due, ifReceived.tentative),
  };
}

/** The answers alone: papers stand beside them. */
function answerSections(filing: Filing, answers: Answers): SummarySection[] {
  const files = new Set(
    visiblePages(filing.form, answers).flatMap(({ fields }) =>
      fields.filter(({ type }) => type === 'file').map(({ key }) => key),
    ),
  );
  return summary(filing.form, answers, 'vi', { official: true })
    .map((section) => ({ ...section, rows: section.rows.filter(({ field }) => !files.has(field)) }))
    .filter(({ rows }) => rows.length > 0);
}

function fileLink(
  dossierId: string,
  file: { fileId: string; mime: string; sizeBytes: number },
  name: string,
): FileLink {
  const isImage = file.mime.startsWith('image/');
  const kilobytes = Math.max(1, Math.round(file.sizeBytes / 1024));
  return {
    href: filePath(dossierId, file.fileId),
    label: `${name} (${isImage ? 'ảnh' : 'PDF'}, ${kilobytes.toLocaleString('vi-VN')} KB)`,
    isImage,
    superseded: false,
  };
}

function paperGroups({ dossierId, papers }: DossierView): PaperGroup[] {
  const groups = new Map<string, { name: string; files: FileLink[] }>();
  for (const paper of papers) {
    const group = groups.get(paper.componentKey) ?? { name: paper.componentName, files: [] };
    groups.set(paper.componentKey, group);
    const link = fileLink(dossierId, paper, `Tệp ${group.files.length + 1}`);
    group.files.push({ ...link, superseded: paper.superseded });
  }
  // What counts now comes first; what a supplement replaced stays to be looked up.
  return [...groups.values()].map(({ name, files }) => ({
    name,
    files: [...files].sort((a, b) => Number(a.superseded) - Number(b.superseded)),
  }));
}

function step(action: ActionRow, isLast: boolean): HistoryStep {
  const label = Object.entries(ACTION_LABELS).find(([kind]) => kind === action.kind)?.[1] ?? action.kind;
  const { receiver, method } = action.data;
  const methodText = Object.entries(METHOD_LABELS).find(([key]) => key === method)?.[1];
  const who = action.actorKind === 'helper' ? `${action.actorName} (người hỗ trợ)` : action.actorName;
  const note = [
    who && `Người làm: ${who}.`,
    typeof receiver === 'string' ? `Người nhận: ${receiver}. ${methodText ?? ''}` : '',
    action.note ?? '',
  ];
  const waits = action.to === 5;
  return {
    title: label,
    state: isLast && waits ? 'problem' : 'done',
    time: showWhen(action.at),
    datetime: action.at,
    note: note.filter(Boolean).join(' ') || undefined,
  };
}

/** The form as it goes on paper. */
export const filledForm = (dossier: DossierView, filing: Filing) => ({
  title: filing.form.title.vi,
  sections: printedForm(filing.form, dossier.answers as Answers),
  signerName: dossier.applicantName,
  code: dossier.code,
  demo: dossier.isDemo,
});
