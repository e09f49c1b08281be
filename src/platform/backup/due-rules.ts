const DAY_MS = 86_400_000;
const VIET_NAM_MS = 7 * 3_600_000;

/** A failed try is repeated after this long, not at every look: a full disk does not mend itself in a minute. */
const RETRY_MS = 3_600_000;

/** Beyond a day: the run itself, and a machine that is switched on in the morning. */
const LATE_MS = DAY_MS + 2 * 3_600_000;

/** `01:00` in Viet Nam as minutes of the day; null = not a time. */
export function parseTimeOfDay(text: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
}

/** The last moment, at or before now, at which a daily backup was to begin. */
export function lastSlot(now: Date, minuteOfDay: number): Date {
  const local = now.getTime() + VIET_NAM_MS;
  const today = local - (((local % DAY_MS) + DAY_MS) % DAY_MS) + minuteOfDay * 60_000;
  return new Date((today <= local ? today : today - DAY_MS) - VIET_NAM_MS);
}

export interface Past {
  /** Start of the last scheduled backup that was good. */
  readonly lastGood: Date | null;
  /** Start of the last scheduled try, good or not. */
  readonly lastTry: Date | null;
}

/**
 * Whether a daily backup is to be taken now. A slot that was missed, since the machine was off at night, is made up
 * for as soon as it runs.
 */
export function backupDue(now: Date, minuteOfDay: number, { lastGood, lastTry }: Past): boolean {
  const slot = lastSlot(now, minuteOfDay);
  if (lastGood && lastGood >= slot) return false;
  return !lastTry || lastTry < slot || now.getTime() - lastTry.getTime() >= RETRY_MS;
}

/** @param since the last good backup, or when this database was last set up, restored or upgraded if that is later */
export const backupLate = (now: Date, since: Date): boolean => now.getTime() - since.getTime() > LATE_MS;
