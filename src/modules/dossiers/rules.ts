import type { ActionKind, State } from './model.ts';

/**
 * The transitions of the one-stop (facts §1.3), for the acts of this release.
 * From → act → to; `supplement` goes back to where the request came from.
 */
const TRANSITIONS: Partial<Record<State, Partial<Record<ActionKind, State>>>> = {
  1: { receive: 2, refuse: 3, 'request-supplement': 5 },
  2: { process: 4 },
  4: { 'request-supplement': 5, finish: 9 },
  9: { 'hand-over': 10 },
};

/** State after an act, or null when the act is not allowed in this state. */
export function stateAfter(state: State, act: ActionKind, everReceived: boolean): State | null {
  // A dossier that was never received goes back to "new"; one in progress resumes (facts §1.3).
  if (state === 5 && act === 'supplement') return everReceived ? 4 : 1;
  return TRANSITIONS[state]?.[act] ?? null;
}

/** Acts that staff may take now, in the order of the buttons. */
export function staffActs(state: State): ActionKind[] {
  return Object.keys(TRANSITIONS[state] ?? {}) as ActionKind[];
}

const DAY_NUMBER_DIGITS = 4;

/**
 * Dossier code `unit-YYMMDD-NNNN` (TT 01/2018/TT-VPCP art. 19, kept by TT 03/2025/TT-VPCP as far as known):
 * the local date (+07:00) of submission and the running number of that day at that unit.
 * @param localDate YYYY-MM-DD
 */
export function formatDossierCode(identifier: string, localDate: string, dayNumber: number): string {
  const [year = '', month = '', day = ''] = localDate.split('-');
  return `${identifier}-${year.slice(2)}${month}${day}-${String(dayNumber).padStart(DAY_NUMBER_DIGITS, '0')}`;
}

const CODE =
  /^((?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})|(?:[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,3}))-(\d{6})-(\d{4,6})$/;

/**
 * Splits a code as people type it (case, spaces, long dashes); null when it cannot be one.
 * `day` (YYYY-MM-DD) tells which unit had the identifier then.
 */
export function parseDossierCode(text: string): { identifier: string; code: string; day: string } | null {
  const code = text
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-');
  const match = CODE.exec(code);
  if (!match?.[1] || !match[2]) return null;
  const [year, month, date] = match[2].match(/../g) ?? [];
  return { identifier: match[1], code, day: `20${year}-${month}-${date}` };
}

/** Overdue is computed, never a state (facts §1.3). A dossier waiting for the citizen is not overdue. */
export function isOverdue(state: State, dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && (state === 2 || state === 4) && now > dueAt;
}

/** Tracking secrets are typed by people: case and spaces do not matter; 0, 1 and 8 are not in base32 and mean O, I and B. */
export function normaliseSecret(text: string): string {
  const LOOKALIKES: Record<string, string> = { 0: 'O', 1: 'I', 8: 'B' };
  return text
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/[018]/g, (digit) => LOOKALIKES[digit] ?? digit);
}

/** A name for those who only hold a receipt: "Nguyễn Thị Hoa" → "N. T. Hoa". */
export function maskName(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last ? `${[...last][0]}.` : '';
  return [...words.slice(0, -1).map((word) => `${[...word][0]}.`), last].join(' ');
}

/** "Phường Chánh Hiệp" → "phường Chánh Hiệp", after other words. */
export const unitInSentence = (name: string): string =>
  name.replace(/^(Phường|Xã|Đặc khu|Thành phố|Tỉnh)(?=\s)/u, (kind) => kind.toLocaleLowerCase('vi'));

/** Longest sentence of a defect, a note or a reason. */
export const MAX_NOTE = 1000;
