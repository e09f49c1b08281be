import type { UnitAt, WorkCalendar } from '../../modules/units/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { FileStore, KeyRing } from '../../platform/files/index.ts';
import type { Random } from './random.ts';

/** What every part of the demo is made with. */
export interface DemoContext {
  readonly db: Db;
  readonly files: FileStore;
  readonly keys: KeyRing;
  readonly unit: UnitAt & { readonly since: string };
  readonly calendar: WorkCalendar;
  readonly now: Date;
  readonly random: Random;
}
