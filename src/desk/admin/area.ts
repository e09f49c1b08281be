import type { StaffAction, StaffSession } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import type { IconName } from '../../ui/icons/icons.ts';

/** One room of the administration: what it is for, and whether its part of the set-up is done. */
export interface AdminArea {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly icon: IconName;
  /** Who may enter. */
  readonly action: StaffAction;
  /** It is about the whole installation: for administrators of the home unit only. */
  readonly homeUnitOnly?: true;
  /** Its line of the set-up checklist; absent where nothing has to be set up. One statement at most. */
  readonly setUp?: (at: SetUpContext) => Promise<SetUpStep>;
}

export interface SetUpContext {
  readonly platform: Platform;
  readonly session: StaffSession;
  readonly now: Date;
  /** YYYY-MM-DD in Viet Nam. */
  readonly today: string;
}

export interface SetUpStep {
  /** `later`: the unit can serve without it. */
  readonly state: 'done' | 'missing' | 'later';
  /** What is there, or what to do: one sentence. */
  readonly text: string;
}
