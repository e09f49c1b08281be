import type { Snippet } from 'svelte';
import type { ProcedureDetail } from '../../modules/catalogue/detail-model.ts';
import type { PortalShell } from '../shell.ts';

/** What every page here passes on to its layout. */
export type Layout = PortalShell;

export interface WayDue {
  readonly channels: readonly ProcedureDetail['ways'][number]['channels'][number][];
  /** Time and day, in the page's language. */
  readonly due: string;
  /** Vietnamese sentences: the law's own words. */
  readonly steps: readonly string[];
  readonly tentative: boolean;
  /** The day when the longer duration applies. */
  readonly extended: string | null;
}

export interface DueNow {
  readonly at: string;
  readonly ways: readonly WayDue[];
}

/** How to go on from a procedure's page. */
export interface Filing {
  /** Where the form goes; null when nobody is signed in. */
  readonly action: string | null;
  readonly signInHref: string;
  /** Client-made key of the draft: the same page sent twice opens one draft. */
  readonly key: string;
  /** Back from the sign-in. */
  readonly ready: boolean;
}

/** One row of a list, in the page's language. */
export interface Row {
  readonly code: string;
  readonly field: string;
  readonly href: string;
  readonly title: string;
  /** BCP 47 language of the title where it is not the page's. */
  readonly titleLang: 'vi' | undefined;
  readonly text: string | undefined;
  readonly who: string;
  readonly where: string;
  readonly here: boolean;
}

/** What a procedure's page says to everybody. */
export type ProcedurePartsView = {
  readonly detail: ProcedureDetail;
  /** The portal's own account where ours is shown. */
  readonly official: ProcedureDetail | null;
  readonly due: DueNow;
  readonly where: string;
  /** Day on which an officer checked it, as shown. */
  readonly verifiedOn: string | null;
};

/** Everything that a procedure's page draws. */
export type ProcedureView = {
  readonly layout: Layout;
  readonly detail: ProcedureDetail;
  readonly filing: Filing;
  /** Where the counter is, when the unit wrote it down. */
  readonly address: string | null;
  /** Opening hours of the counter, one line each. */
  readonly hours: readonly string[];
  /** Who decides and where it is filed, in plain words. */
  readonly who: string;
  readonly where: string;
  /** {@link ProcedurePartsView}, rendered once for everybody. */
  readonly parts: Snippet;
};
