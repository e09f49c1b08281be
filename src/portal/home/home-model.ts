import type { IconName } from '../../ui/icons/icons.ts';

/** A group of life events as the home page shows it. */
export interface HomeArea {
  readonly title: string;
  readonly events: readonly {
    readonly code: string;
    readonly href: string;
    readonly icon: IconName;
    readonly title: string;
    readonly text: string;
  }[];
}
