import type { Lang } from '../../text.ts';
import type { Hotline } from '../layout-model.ts';

/** What every error page takes. */
export interface ErrorPageProps {
  readonly lang: Lang;
  readonly unitName: string;
  readonly demo: boolean;
  readonly hotline?: Hotline | undefined;
  /** Default `/`. */
  readonly homeHref?: string;
  /** Request id that the log knows too; safe to read out on the phone. */
  readonly reference?: string | undefined;
}
