import type { StaffSession } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import type { Lang } from '../../platform/problem.ts';
import { DEMO_MAILBOX } from '../../portal/demo-mailbox/paths.ts';

/** The page that the citizen holds in their hands: where its forms go and what they carry. */
export interface HandOverFrame {
  readonly lang: Lang;
  readonly unitName: string;
  readonly demo: boolean;
  readonly maskedPhone: string;
  readonly error: string | null;
  /** Address of the trial's mailbox; null outside the demo. */
  readonly mailbox: string | null;
  readonly agreeAction: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly againAction: string;
  readonly againFields: readonly (readonly [string, string])[];
  readonly backHref: string;
}

export const handOverFrame = (
  platform: Platform,
  session: StaffSession,
  page: Omit<HandOverFrame, 'unitName' | 'demo' | 'mailbox'>,
): HandOverFrame => ({
  ...page,
  unitName: session.unitName,
  demo: platform.config.demo,
  mailbox: platform.mailbox ? DEMO_MAILBOX : null,
});
