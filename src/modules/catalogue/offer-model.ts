import type { Route } from './store-read.ts';

/** How an administrator sees a procedure: is it taken here, where does a filing go, since when, says who? */
export interface OfferRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly guided: boolean;
  readonly offered: boolean;
  /** First day of the present state; null while nothing was written down. */
  readonly since: string | null;
  /** A change that is written down for a later day. */
  readonly next: { readonly from: string; readonly offered: boolean } | null;
  /** Where a filing goes by this unit's rows, else by the general ones; null: nobody said. */
  readonly route: Route | null;
  readonly routeSource: string | null;
  /** True: the unit itself said so. */
  readonly routeIsOwn: boolean;
  readonly routeSure: 'V' | 'M' | 'm' | null;
  /** Fees in force that the unit (or its province) entered. */
  readonly fees: number;
}

export interface OfferCounts {
  readonly offered: number;
  readonly guided: number;
}
