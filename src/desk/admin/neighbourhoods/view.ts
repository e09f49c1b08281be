import { localDate, type NeighbourhoodAt, showDate } from '../../../modules/units/index.ts';
import { neighbourhoodPath } from './paths.ts';

export interface NeighbourhoodRow {
  readonly key: string;
  readonly href: string;
  /** The name that it bears today (or bore last). */
  readonly name: string;
  readonly validity: string;
  /** A change of name behind or before it. */
  readonly note: string;
  readonly state: 'now' | 'later' | 'past';
}

const show = (date: string): string => showDate(localDate(date));

export function neighbourhoodRow(one: NeighbourhoodAt, today: string): NeighbourhoodRow {
  const { neighbourhoodId, validFrom, validTo, nameSince, formerName } = one;
  const renamedLater = formerName !== null && nameSince > today;
  const note = renamedLater
    ? `Đổi tên thành “${one.name}” từ ngày ${show(nameSince)}`
    : formerName
      ? `Trước ngày ${show(nameSince)} tên là “${formerName}”`
      : '';
  return {
    key: neighbourhoodId,
    href: neighbourhoodPath(neighbourhoodId),
    name: renamedLater ? formerName : one.name,
    validity: validTo ? `${show(validFrom)} – trước ${show(validTo)}` : `Từ ${show(validFrom)}`,
    note,
    state: validFrom > today ? 'later' : validTo !== null && validTo <= today ? 'past' : 'now',
  };
}
