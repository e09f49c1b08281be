import type { UnitKind } from './model.ts';

export const RELATIONS = ['merged', 'split-part', 'renamed', 'upgraded', 'moved'] as const;
/** What happened to a unit: merged whole into one with others, given in parts to several, or carried on under another name, rank or place. */
export type RelationKind = (typeof RELATIONS)[number];

/** A link from a unit to one that took it over, whole or in part. */
export interface UnitRelation {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly relation: RelationKind;
  /** Day from which the successor stands in, YYYY-MM-DD. */
  readonly effectiveOn: string;
  readonly legalDocument: string;
}

/** A unit at the other end of a relation, as it is (a successor) or as it last was (a predecessor). */
export interface RelatedUnit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  /** "Thành phố Thủ Dầu Một, Tỉnh Bình Dương": what it lies in, nearest first; null for a province. */
  readonly place: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly relation: RelationKind;
  readonly effectiveOn: string;
  readonly legalDocument: string;
  /** 1 = direct; 2 = by way of another unit, and so on. */
  readonly steps: number;
}

/** One name of a unit and the days for which it holds; `validTo` is exclusive. */
export interface UnitVersion {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly isStartAssumed: boolean;
  readonly isNameProvisional: boolean;
  readonly sourceRef: string;
}

/** What the list old → new does not say, from `db/seed/units/history.json`. */
export interface HistorySeed {
  readonly effective: string;
  readonly assumedStart: { readonly date: string };
  readonly legalDocuments: {
    readonly province: { readonly text: string };
    readonly commune: Readonly<Record<string, { readonly text: string }>>;
    readonly otherCommunes: { readonly text: string };
  };
  readonly districts: readonly {
    readonly code: string;
    readonly province: string;
    readonly names: readonly { readonly from: string | null; readonly name: string; readonly source_ref?: string }[];
  }[];
}
