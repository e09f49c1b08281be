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
  readonly members: readonly HouseholdMember[];
}

/** Ids are made by whoever registers the household, also offline. */
export type NewHousehold = Omit<Household, 'isDemo' | 'members'> & {
  readonly isDemo?: boolean;
  readonly members: readonly (Omit<HouseholdMember, 'accountId' | 'isHead'> & {
    readonly isHead?: boolean;
    readonly accountId?: string | null;
  })[];
};
