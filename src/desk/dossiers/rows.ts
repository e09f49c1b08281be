import { STATES, type WorkRow } from '../../modules/dossiers/index.ts';
import type { WorkCalendar } from '../../modules/units/index.ts';
import { showWhen } from '../when.ts';
import { type DueBadge, dueBadge, dueWords } from './due-rules.ts';
import { dossierPath } from './paths.ts';

/** A dossier in a list, in words. */
export interface ListRow {
  readonly key: string;
  readonly href: string;
  readonly code: string;
  readonly procedure: string;
  /** Owner, and who filed it when that is somebody else. */
  readonly person: string;
  readonly state: string;
  readonly submitted: string;
  readonly due: string;
  readonly badge: DueBadge;
  readonly helper: string | null;
}

export function toListRow(row: WorkRow, now: Date, calendar: WorkCalendar): ListRow {
  const dueAt = row.dueAt ? new Date(row.dueAt) : null;
  const sameMan = row.subjectName === row.applicantName;
  return {
    key: row.dossierId,
    href: dossierPath(row.dossierId),
    code: row.code,
    procedure: row.procedureName,
    person: sameMan ? row.subjectName : `${row.subjectName} (người nộp: ${row.applicantName})`,
    state: STATES[row.state],
    submitted: showWhen(row.submittedAt),
    due: dueAt && row.state !== 3 ? dueWords(dueAt, row.dueTentative) : '',
    badge: dueBadge({ state: row.state, dueAt, submittedAt: new Date(row.submittedAt) }, now, calendar),
    helper: row.helperName,
  };
}
