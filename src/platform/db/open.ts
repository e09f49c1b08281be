import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';
import type { Db } from './types.ts';

// `date` stays a 'YYYY-MM-DD' text (a local date has no instant); int8 counters fit a double here.
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, (text) => Number(text));

export type DbRole = 'baccau_owner' | 'baccau_app' | 'baccau_practice' | 'baccau_retention' | 'baccau_auditor';

export interface OpenedDb {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Statements sent since the start, for the budgets counted in database tests. */
  readonly statements: { count: number; texts: string[]; recording: boolean };
  /** Told of every statement with its duration; its text holds no values. */
  readonly watch: { onStatement: ((text: string, ms: number) => void) | null };
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly url: string;
  /** The role whose grants apply; null keeps the login's own (migrations). */
  readonly role: DbRole | null;
  readonly max?: number;
  readonly onError?: (error: Error) => void;
}

/** Opens a pool. Custom plans: a prepared list query on skewed data was 60 times slower with generic ones (DESIGN §2). */
export function openDb({ url, role, max = 10, onError = () => {} }: OpenOptions): OpenedDb {
  const settings = ['-c search_path=baccau', '-c plan_cache_mode=force_custom_plan', '-c timezone=UTC'];
  if (role) settings.push(`-c role=${role}`);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: settings.join(' '),
    application_name: `baccau ${role ?? 'owner'}`,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', onError);
  const statements = { count: 0, texts: [] as string[], recording: false };
  const watch: OpenedDb['watch'] = { onStatement: null };
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      statements.count += 1;
      watch.onStatement?.(event.query.sql, event.queryDurationMillis);
      if (statements.recording) statements.texts.push(event.query.sql);
    },
  });
  return { db, pool, statements, watch, close: () => db.destroy() };
}
