import type { AuditedStaff, EntryRow, NamedStaff, ReadRow } from '../../modules/identity/index.ts';
import { addDays, type LocalDate, localDate, parseLocalDate, showDate, toInstant } from '../../modules/units/index.ts';
import { ROLE_LABELS } from '../role-labels.ts';
import { showWhen } from '../when.ts';
import { ACT_LABELS, NOUNS, READ_LABELS } from './text.ts';

export interface TrailLine {
  readonly key: string;
  readonly when: string;
  readonly act: string;
  readonly who: string;
  readonly what: string;
}

/** The first block of an id is enough to tell rows apart; the whole one stands in the API. */
const short = (id: string): string => id.slice(0, 8);

/** `<noun>:<id>` as people read it; a dossier by its code. */
function subjectText(subject: string, dossierCode: string | null): string {
  const [noun = '', id = ''] = subject.split(':');
  return `${NOUNS[noun] ?? noun} ${noun === 'dossier' && dossierCode ? dossierCode : short(id)}`;
}

function actorText(actor: string, names: ReadonlyMap<string, string>): string {
  const [kind = '', id = '', more = ''] = actor.split(/[:/]/);
  const name = names.get(id) ?? short(id);
  if (kind === 'staff' && more === 'for') {
    const absent = actor.split(':').at(-1) ?? '';
    return `${name} (thay ${names.get(absent) ?? short(absent)})`;
  }
  if (kind === 'staff') return name;
  if (kind === 'helper') return `${name} (người hỗ trợ)`;
  return kind === 'citizen' ? `Người dân ${short(id)}` : 'Hệ thống';
}

export function trailLines(entries: readonly EntryRow[], staff: readonly NamedStaff[]): TrailLine[] {
  const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
  return entries.map((entry) => ({
    key: String(entry.seq),
    when: showWhen(entry.at),
    act: ACT_LABELS[entry.act] ?? entry.act,
    who: actorText(entry.actor, names),
    what: subjectText(entry.subject, entry.dossierCode),
  }));
}

export const readLine = (row: ReadRow): TrailLine => ({
  key: row.readId,
  when: showWhen(row.at),
  act: READ_LABELS[row.kind],
  who: [
    row.staffName,
    row.standsInForName ? ` (thay ${row.standsInForName})` : '',
    row.underConsent ? ' (người hỗ trợ, có đồng ý)' : '',
  ].join(''),
  what: subjectText(row.subject, row.dossierCode),
});

export interface StaffLine {
  readonly key: string;
  readonly name: string;
  readonly login: string;
  readonly state: 'active' | 'none' | 'disabled';
  readonly roles: readonly string[];
}

export function staffLine(staff: AuditedStaff, today: string): StaffLine {
  const isHeld = (role: AuditedStaff['roles'][number]) =>
    role.validFrom <= today && (role.validTo === null || role.validTo > today);
  const last = (validTo: string) => showDate(addDays(localDate(validTo), -1));
  const period = ({ validFrom, validTo }: AuditedStaff['roles'][number]) =>
    `từ ${showDate(localDate(validFrom))}${validTo ? ` đến hết ${last(validTo)}` : ''}`;
  return {
    key: staff.staffId,
    name: staff.name,
    login: staff.login,
    state: staff.disabled ? 'disabled' : staff.roles.some(isHeld) ? 'active' : 'none',
    roles: [
      ...staff.roles.map(
        (role) => `${ROLE_LABELS[role.role]}: ${period(role)}${isHeld(role) ? '' : ' (không hiệu lực)'}`,
      ),
      ...staff.standIns.map(
        ({ name, roles, validTo }) =>
          `Làm thay ${name} (${roles.map((role) => ROLE_LABELS[role]).join(', ')}) đến hết ${last(validTo)}`,
      ),
    ],
  };
}

/** The instants of one local day; null when none was typed, or no real one. */
export function dayOf(boxes: { day: string; month: string; year: string }): { from: Date; to: Date } | null {
  const text = `${boxes.year.padStart(4, '0')}-${boxes.month.padStart(2, '0')}-${boxes.day.padStart(2, '0')}`;
  const day: LocalDate | undefined = parseLocalDate(text);
  return day ? { from: toInstant(day, 0), to: toInstant(addDays(day, 1), 0) } : null;
}
