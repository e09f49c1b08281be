/** Today in Vietnam (+07:00, no summer time) as YYYY-MM-DD: roles and teams are valid by local dates. */
export const vietnamDate = (now: Date): string => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
