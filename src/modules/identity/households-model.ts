import type { Sex } from './model.ts';

export interface HouseholdMember {
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly sex: Sex;
  readonly isHead: boolean;
  /** Set once the person has an account: the household is then covered. */
  readonly accountId: string | null;
}

export interface Household {
  readonly unitId: string;
  readonly householdId: string;
  readonly neighbourhoodId: string;
  readonly address: string;
  /** E.164; shared by the household. */
  readonly phone: string | null;
  readonly isDemo: boolean;
  /** Days for which this row speaks, YYYY-MM-DD; `validTo` is exclusive, null: it is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The row that carries the household on in another unit, and the one that it carries on. */
  readonly successor: HouseholdKey | null;
  readonly predecessor: HouseholdKey | null;
  readonly members: readonly HouseholdMember[];
}

export interface HouseholdKey {
  readonly unitId: string;
  readonly householdId: string;
}

/** Ids are made by whoever registers the household, also offline. */
export type NewHousehold = Pick<Household, 'unitId' | 'householdId' | 'neighbourhoodId' | 'address' | 'phone'> & {
  readonly isDemo?: boolean;
  readonly members: readonly (Omit<HouseholdMember, 'accountId' | 'isHead'> & {
    readonly isHead?: boolean;
    readonly accountId?: string | null;
  })[];
};
