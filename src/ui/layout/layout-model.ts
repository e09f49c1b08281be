import type { IconName } from '../icons/icons.ts';
import type { Lang } from '../text.ts';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly current?: boolean | undefined;
  /** How many wait there; nothing is shown for zero. */
  readonly count?: number | undefined;
}

export interface NavGroup {
  readonly label?: string;
  readonly items: readonly NavItem[];
}

export interface Hotline {
  /** As people say it, with spaces. */
  readonly number: string;
  /** When somebody answers, e.g. "7:30–17:00, thứ Hai đến thứ Bảy". */
  readonly hours?: string | undefined;
}

/** What every layout takes. */
export interface LayoutProps {
  readonly lang: Lang;
  /** The page's `<h1>`. */
  readonly title: string;
  /** True when the page draws its own `<h1>` (home page, one question a screen). */
  readonly ownHeading?: boolean;
  readonly unitName: string;
  /** Shows the ribbon "Bản chạy thử – dữ liệu bịa". */
  readonly demo: boolean;
}

/** Id of `<main>`, target of the skip link. */
export const MAIN_ID = 'main';
