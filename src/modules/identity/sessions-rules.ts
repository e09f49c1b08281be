/**
 * How long a session lives. Phones are lent and left on tables, so a pause ends it; the absolute end makes a stolen
 * cookie worthless by the next day, and fits one working day for staff.
 */
export const SESSION_LIMITS = {
  citizen: { idleMinutes: 30, absoluteHours: 12 },
  staff: { idleMinutes: 30, absoluteHours: 10 },
} as const;

export type SessionKind = keyof typeof SESSION_LIMITS;

/** A session's last use is written down at most this often, so that reading a page hardly ever writes. */
export const TOUCH_SECONDS = 60;

export const sessionEnd = (kind: SessionKind, now: Date): Date =>
  new Date(now.getTime() + SESSION_LIMITS[kind].absoluteHours * 3_600_000);

/** Sessions last seen before this are over. */
export const idleSince = (kind: SessionKind, now: Date): Date =>
  new Date(now.getTime() - SESSION_LIMITS[kind].idleMinutes * 60_000);

export const needsTouch = (lastSeenAt: Date, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= TOUCH_SECONDS * 1000;

/** What kind of device, for "my sessions": the head of the browser's own words, cut. */
export const deviceName = (userAgent: string | undefined): string | null => userAgent?.slice(0, 120) || null;
