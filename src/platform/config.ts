import { isAbsolute, resolve } from 'node:path';
import { readBackups } from './config/backups.ts';
import { ConfigError, type Environment } from './config/error.ts';
import { isLoopback } from './config/loopback.ts';
import type { Config } from './config/model.ts';
import { readMilliseconds, readPort } from './config/numbers.ts';
import { readOrigin } from './config/origin.ts';
import { readProxies } from './config/proxies.ts';
import { readSecret } from './config/secrets.ts';
import { readTls } from './config/tls.ts';
import { smsFromEnvironment } from './messaging/settings-env.ts';
import { projectRoot } from './paths.ts';

export { ConfigError } from './config/error.ts';
export { isLoopback, isLoopbackAddress } from './config/loopback.ts';
export type { Config } from './config/model.ts';
export { refuseUnsafeStart } from './config/safe-start.ts';

/** Reads the environment and the files of secrets that it names. @throws ConfigError with a Vietnamese sentence. */
export function readConfig(env: Environment): Config {
  const host = env.HOST?.trim() || '127.0.0.1';
  const data = env.BACCAU_DATA?.trim() || '.baccau';
  const dataDir = isAbsolute(data) ? data : resolve(env.BACCAU_DATA ? process.cwd() : projectRoot, data);
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL', dataDir);
  const origin = readOrigin(env.BACCAU_ORIGIN);
  const trustedProxies = readProxies(env.BACCAU_TRUSTED_PROXIES);
  return {
    host,
    port: readPort(env, 'PORT', 8080),
    origin,
    trustedProxies,
    tls: readTls(env),
    redirectPort: readPort(env, 'BACCAU_HTTP_PORT', null),
    dataDir,
    databaseUrl,
    databaseAppUrl: readDatabaseUrl(env, 'DATABASE_APP_URL', dataDir),
    databaseAuditorUrl: readDatabaseUrl(env, 'DATABASE_AUDITOR_URL', dataDir),
    keyFile: env.BACCAU_KEY_FILE?.trim() || null,
    backups: readBackups(env),
    sms: smsFromEnvironment(env, dataDir),
    metricsToken: readSecret(env, 'BACCAU_METRICS_TOKEN', dataDir),
    slowQueryMs: readMilliseconds(env, 'BACCAU_SLOW_QUERY_MS', 500),
    logLevel: env.LOG_LEVEL?.trim() || 'info',
    // Behind a proxy the world reaches a server on loopback, too.
    demo: databaseUrl === null && isLoopback(host) && trustedProxies.length === 0 && staysHere(origin),
  };
}

const staysHere = (origin: string | null): boolean => origin === null || isLoopback(new URL(origin).hostname);

function readDatabaseUrl(env: Environment, name: string, dataDir: string): string | null {
  const url = readSecret(env, name, dataDir);
  if (url && !/^postgres(ql)?:\/\//.test(url)) {
    throw new ConfigError(`${name} phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.`);
  }
  return url;
}
