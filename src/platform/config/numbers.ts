import { ConfigError, type Environment } from './error.ts';

/** A port of the environment. @param fallback when the variable is not set */
export function readPort<T extends number | null>(env: Environment, name: string, fallback: T): number | T {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new ConfigError(
    `${name}="${text}" không phải là một cổng. Hãy đặt một số từ 0 đến 65535, ví dụ ${name}=${fallback ?? 80}.`,
  );
}

/** A duration of the environment in milliseconds. */
export function readMilliseconds(env: Environment, name: string, fallback: number): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ConfigError(
    `${name}="${text}" không phải là số mili giây. Hãy đặt một số nguyên, ví dụ ${name}=${fallback}.`,
  );
}
