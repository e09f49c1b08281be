export type FeeChannel = 'online' | 'post' | 'in-person';
export type FeePer = 'case' | 'copy' | 'page';

/** A fee as a unit, or its province, entered it. Money is in đồng. */
export interface UnitFee {
  /** Null: whichever way it is filed. */
  readonly channel: FeeChannel | null;
  /** Which case it is for; empty: all. */
  readonly label: string;
  readonly amountVnd: number;
  readonly per: FeePer;
  /** From this page on {@link furtherVnd} is asked instead. */
  readonly furtherFrom: number | null;
  readonly furtherVnd: number | null;
  /** At most so much for one copy. */
  readonly capVnd: number | null;
  readonly exemptions: string | null;
  readonly effectiveFrom: string;
  /** Exclusive. */
  readonly effectiveTo: string | null;
  readonly sourceRef: string;
  /** Null: nobody compared it with the source yet. */
  readonly verifiedAt: string | null;
}

/** A row of the history: an amount of null ends the fee from its day on. */
export type FeeRow = Omit<UnitFee, 'amountVnd'> & {
  readonly feeId: string;
  readonly amountVnd: number | null;
  /** False: the province's, which this unit cannot change. */
  readonly isOwn: boolean;
  readonly recordedAt: Date;
};
