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
  /** Prefix of dossier codes. */
  readonly identifier: string;
  /** True while `identifier` is a provisional one of ours and not an assigned code. */
  readonly identifierIsProvisional: boolean;
  readonly hotline: string | null;
  readonly openingHours: unknown;
}

export interface Neighbourhood {
  readonly neighbourhoodId: string;
  readonly name: string;
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
