/** An open household of the neighbourhood that goes to another unit. */
export interface OpenHousehold {
  readonly householdId: string;
  readonly validFrom: string;
}

/** One household: the row that is closed and the row that is opened for it. */
export interface HouseholdMove {
  readonly householdId: string;
  readonly successorId: string;
  /** Last day of the one and first day of the other (exclusive and inclusive), YYYY-MM-DD. */
  readonly day: string;
}

/**
 * One successor for each household. A household that was recorded in the old unit only after the change never lived
 * there by law: its old row ends on the day on which it begins.
 */
export function planMoves(
  households: readonly OpenHousehold[],
  effective: string,
  newId: () => string,
): HouseholdMove[] {
  return households.map(({ householdId, validFrom }) => ({
    householdId,
    successorId: newId(),
    day: validFrom > effective ? validFrom : effective,
  }));
}
