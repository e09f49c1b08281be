export type UnitKind = 'province' | 'district' | 'commune';

/** A unit as it is on one day. */
export interface UnitAt {
  readonly unitId: string;
  readonly kind: UnitKind;
  /** Official code on that day: two digits a province, five a commune. Codes are reused: never a key. */
  readonly code: string;
  readonly name: string;
  readonly parentUnitId: string | null;
  readonly parentName: string | null;
  /** The province that it lies in; null for a province. Differs from `parentName` while there were districts. */
  readonly provinceName: string | null;
  /** Days for which this name, code and place hold; `validTo` is exclusive, null: no end is known. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Prefix of dossier codes. */
  readonly identifier: string;
  /** True while `identifier` is a provisional one of ours and not an assigned code. */
  readonly identifierIsProvisional: boolean;
  readonly hotline: string | null;
  /** When somebody answers, in words. */
  readonly hotlineHours: string | null;
  readonly address: string | null;
  /** Null: named after the unit. */
  readonly centreName: string | null;
}

export interface Neighbourhood {
  readonly neighbourhoodId: string;
  readonly name: string;
}

/** A khu phố, ấp, thôn or tổ dân phố as it is on one day. */
export interface NeighbourhoodAt extends Neighbourhood {
  readonly validFrom: string;
  /** Exclusive; null while it has no end. */
  readonly validTo: string | null;
  /** The first day of its name. */
  readonly nameSince: string;
  /** Its name before that day. */
  readonly formerName: string | null;
}

/** What a unit says of itself; each field may be missing. */
export interface ProfileFields {
  readonly hotline: string | null;
  readonly hotlineHours: string | null;
  readonly address: string | null;
  readonly identifier: string | null;
  readonly centreName: string | null;
}

/** A row of the profile: valid from its day until the next one begins. */
export interface ProfileRow extends ProfileFields {
  readonly effectiveFrom: string;
  readonly recordedAt: Date;
}

/** What an import says of itself: the middle four are disjoint and sum to `read`. */
export interface ImportReport {
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  problems: { line: number; code: string; message: string }[];
}

export const emptyReport = (): ImportReport => ({
  read: 0,
  accepted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  problems: [],
});
