import type { SmsAccess } from '../messaging/settings.ts';
import type { BackupConfig } from './backups.ts';
import type { TlsFiles } from './tls.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Public origin, e.g. `https://dichvucong.example.vn`; null = taken from host and port. */
  readonly origin: string | null;
  /** Reverse proxies whose word about the visitor's address counts. */
  readonly trustedProxies: readonly string[];
  /** Own certificate: HTTPS in this process. */
  readonly tls: TlsFiles | null;
  /** Port that only sends plain HTTP on to the origin; null = none. */
  readonly redirectPort: number | null;
  /** Folder of the embedded database and of files. */
  readonly dataDir: string;
  /** A PostgreSQL server instead of the embedded one: owner (migrations) and app (runtime) logins. */
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  /** Login of the auditor's pages; null = the owner's login, which takes the auditor's role. */
  readonly databaseAuditorUrl: string | null;
  readonly keyFile: string | null;
  /** Daily backups; null = none are scheduled. */
  readonly backups: BackupConfig | null;
  /** The channel for codes as `BACCAU_SMS_…` sets it; null = as the administration sets it. */
  readonly sms: SmsAccess | null;
  readonly logLevel: string;
  /** Lets a monitor on another machine read `/metrics`; null = only this machine may. */
  readonly metricsToken: string | null;
  /** Statements that take longer are logged, without their values; milliseconds. */
  readonly slowQueryMs: number;
  /** Embedded database and loopback only: the one place where demo data and known passwords may exist. */
  readonly demo: boolean;
}
