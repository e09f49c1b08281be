/** How many days, weeks and months keep their newest backup (grandfather, father, son). */
export interface Keep {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

interface Kept {
  readonly name: string;
  readonly at: Date;
}

/** Of the backups before an upgrade this many stay, beside the daily ones: one may find only later what went wrong. */
const UPGRADES = 3;

const SCHEDULED = /^baccau-(\d{8}T\d{6}Z)\.tar$/;
const BEFORE_UPGRADE = /^baccau-(\d{8}T\d{6}Z)-truoc-nang-cap-\d{4}\.tar$/;

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

export const scheduledName = (at: Date): string => `baccau-${stamp(at)}.tar`;

/** @param level the migration that the data stand at */
export const beforeUpgradeName = (at: Date, level: number): string =>
  `baccau-${stamp(at)}-truoc-nang-cap-${String(level).padStart(4, '0')}.tar`;

function timeIn(name: string, pattern: RegExp): Kept[] {
  const [, text] = pattern.exec(name) ?? [];
  if (!text) return [];
  const at = new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(at.getTime()) ? [] : [{ name, at }];
}

/** `7d 5w 12m`, each part once and in this order, parts may be missing; null = not such a text, or nothing is kept. */
export function parseKeep(text: string): Keep | null {
  const [whole, days, weeks, months] = /^(?:(\d{1,3})d)?\s*(?:(\d{1,3})w)?\s*(?:(\d{1,3})m)?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const keep = { days: Number(days ?? 0), weeks: Number(weeks ?? 0), months: Number(months ?? 0) };
  return keep.days + keep.weeks + keep.months > 0 ? keep : null;
}

/** The calendar day in Viet Nam (+07:00, no summer time). */
export const localDay = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The Monday of a day's week. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

const newestFirst = (list: Kept[]): Kept[] => list.sort((a, b) => b.at.getTime() - a.at.getTime());

/** Names of backups before upgrades that may go: all but the newest three. */
export const upgradesToRemove = (names: readonly string[]): string[] =>
  newestFirst(names.flatMap((name) => timeIn(name, BEFORE_UPGRADE)))
    .slice(UPGRADES)
    .map(({ name }) => name);

/**
 * Names of daily backups that may go. Of each of the newest `days` days that have a backup the newest stays, so too of weeks (from
 * Monday) and of months; the newest of all stays whatever was asked. Files with other names are not ours: never named.
 */
export function toRemove(names: readonly string[], keep: Keep): string[] {
  const scheduled = newestFirst(names.flatMap((name) => timeIn(name, SCHEDULED)));
  const stay = new Set(scheduled.slice(0, 1));
  const periods: [number, (day: string) => string][] = [
    [keep.days, (day) => day],
    [keep.weeks, weekOf],
    [keep.months, (day) => day.slice(0, 7)],
  ];
  for (const [count, periodOf] of periods) {
    const newest = new Map<string, Kept>();
    for (const backup of scheduled) {
      const period = periodOf(localDay(backup.at));
      if (!newest.has(period)) newest.set(period, backup);
    }
    for (const backup of [...newest.values()].slice(0, count)) stay.add(backup);
  }
  return scheduled.filter((backup) => !stay.has(backup)).map(({ name }) => name);
}
