import type { CitizenSession } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import type { Lang } from '../../platform/problem.ts';
import { helpersSection } from '../helpers/section.ts';

/** One more block on a person's page: what others did for them, consents, households. */
export interface AccountSection {
  readonly heading: string;
  readonly lead?: string;
  /** Shown when there are no entries. */
  readonly empty: string;
  readonly entries: readonly {
    readonly key: string;
    readonly what: string;
    /** As shown: "9:30, thứ Ba 24/11/2026". */
    readonly when?: string;
    readonly who?: string;
    readonly href?: string;
  }[];
  readonly more?: { readonly href: string; readonly label: string };
}

/** Loads a section with one statement at most: the page's budget is two beside the session. */
export type AccountSectionSource = (platform: Platform, session: CitizenSession, lang: Lang) => Promise<AccountSection>;

/** The blocks under the profile, in order. A module's pages add theirs here. */
export const accountSections: readonly AccountSectionSource[] = [helpersSection];
