import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { OpenedDb } from './db/index.ts';
import type { FileStore, KeyRing } from './files/index.ts';
import type { Assets } from './http/assets.ts';
import type { Mailbox, SmsChannel } from './messaging/index.ts';
import type { Metrics } from './metrics.ts';

/** What the program owns while it runs; built once in `cli/start.ts` (or by a test) and handed to every door. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: OpenedDb;
  /** The auditor's pages read through the role `baccau_auditor`: it can write nothing and see no sealed value. */
  readonly auditor: OpenedDb;
  readonly files: FileStore;
  /** Seals small secrets; the same ring encrypts the files. */
  readonly keys: KeyRing;
  readonly assets: Assets;
  readonly metrics: Metrics;
  /** Where one-time codes go: the demo's mailbox, else the channel that the administration or the environment set. */
  readonly sms: SmsChannel | null;
  /** Only in the loopback demo. */
  readonly mailbox: Mailbox | null;
  /** Origin for links and QR codes, e.g. `http://127.0.0.1:8080`. */
  origin(): string;
}
