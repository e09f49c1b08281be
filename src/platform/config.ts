import { isAbsolute, resolve } from 'node:path';
import { projectRoot } from './paths.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Public origin, e.g. `https://dichvucong.example.vn`; null = taken from host and port. */
  readonly origin: string | null;
  /** Folder of the embedded database and of files. */
  readonly dataDir: string;
  /** A PostgreSQL server instead of the embedded one: owner (migrations) and app (runtime) logins. */
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly keyFile: string | null;
  readonly logLevel: string;
  /** Embedded database and loopback bind: the only place where demo data and known passwords may exist. */
  readonly demo: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

export class ConfigError extends Error {}

/** Reads the environment. @throws ConfigError with a Vietnamese sentence. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`PORT="${env.PORT}" không phải là một cổng. Hãy đặt một số từ 0 đến 65535, ví dụ PORT=8080.`);
  }
  const host = env.HOST?.trim() || '127.0.0.1';
  const data = env.BACCAU_DATA?.trim() || '.baccau';
  const databaseUrl = env.DATABASE_URL?.trim() || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.');
  }
  return {
    host,
    port,
    origin: readOrigin(env.BACCAU_ORIGIN),
    dataDir: isAbsolute(data) ? data : resolve(env.BACCAU_DATA ? process.cwd() : projectRoot, data),
    databaseUrl,
    databaseAppUrl: env.DATABASE_APP_URL?.trim() || null,
    keyFile: env.BACCAU_KEY_FILE?.trim() || null,
    logLevel: env.LOG_LEVEL?.trim() || 'info',
    demo: databaseUrl === null && isLoopback(host),
  };
}

function readOrigin(text: string | undefined): string | null {
  if (!text?.trim()) return null;
  try {
    const url = new URL(text.trim());
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
  } catch {
    // The sentence below serves both cases.
  }
  throw new ConfigError(`BACCAU_ORIGIN="${text}" phải là một địa chỉ như https://dichvucong.example.vn.`);
}
