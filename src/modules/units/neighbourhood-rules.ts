import type { Refusal } from '../../platform/problem.ts';
import { localDate, showDate } from './calendar/local-date.ts';
import type { NeighbourhoodAt } from './model.ts';
import { refuse } from './problems.ts';

const LONGEST = 100;

/** A name as it is kept; empty when nothing was written. */
export const cleanName = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');

/** A name is two characters at least: "1" alone does not say whether it is a khu phố or an ấp. */
export function nameFault(name: string): Refusal | null {
  if (name.length > LONGEST) return refuse('text-too-long', { most: LONGEST });
  return /\p{L}/u.test(name) ? null : refuse('neighbourhood-name-missing');
}

/** Another neighbourhood with this name that is, or will be, there at some day from `from` until `to`. */
export function takenBy(
  all: readonly NeighbourhoodAt[],
  wanted: { readonly name: string; readonly from: string; readonly to?: string | null; readonly not?: string },
): NeighbourhoodAt | undefined {
  return all.find(
    ({ neighbourhoodId, name, validFrom, validTo }) =>
      neighbourhoodId !== wanted.not &&
      sameName(name, wanted.name) &&
      (validTo === null || validTo > wanted.from) &&
      (!wanted.to || validFrom < wanted.to),
  );
}

/** May it bear another name from that day on? The first day of its present name may still be put right. */
export function renameFault({ name, nameSince, validTo }: NeighbourhoodAt, from: string): Refusal | null {
  if (from < nameSince) return refuse('neighbourhood-before-start', { name, date: showDate(localDate(nameSince)) });
  if (validTo !== null && from >= validTo) {
    return refuse('neighbourhood-closed', { name, date: showDate(localDate(validTo)) });
  }
  return null;
}

/** May it end on that day (the first one without it)? */
export function endFault(one: NeighbourhoodAt, to: string): Refusal | null {
  const { name, validFrom, validTo } = one;
  if (to <= validFrom) return refuse('neighbourhood-before-start', { name, date: showDate(localDate(validFrom)) });
  if (validTo === null || to <= validTo) return null;
  return refuse('neighbourhood-closed', { name, date: showDate(localDate(validTo)) });
}
