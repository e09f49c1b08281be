import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { ConfigError, type Environment } from './error.ts';

/**
 * One pattern for every secret: `NAME` holds it, or `NAME_FILE` names a file that does (systemd's LoadCredential, a
 * mounted secret). A file is better: the environment of a process is easily printed, copied and inherited.
 * @returns null when neither is set. The sentence of a failure never quotes the secret.
 */
export function readSecret(env: Environment, name: string, dataDir: string): string | null {
  const value = env[name]?.trim() || null;
  const file = env[`${name}_FILE`]?.trim() || null;
  if (value && file) {
    throw new ConfigError(`Chỉ đặt một trong hai: ${name} hoặc ${name}_FILE. Hiện cả hai đều có giá trị.`);
  }
  return file ? readSecretFile(file, `${name}_FILE`, dataDir).trim() || null : value;
}

/** @param name the variable that named the file, for the sentence */
export function readSecretFile(file: string, name: string, dataDir: string): string {
  const path = resolve(file);
  let text: string;
  let mode: number;
  try {
    mode = statSync(path).mode;
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(`Không đọc được tệp ${path} (${reason}). Hãy kiểm tra lại ${name} và quyền đọc tệp.`);
  }
  refuseInside(path, name, dataDir);
  if (process.platform !== 'win32' && (mode & 0o007) !== 0) {
    throw new ConfigError(
      `Mọi người dùng trên máy đều đọc được tệp ${path}. Hãy chạy “chmod 600 ${path}” rồi khởi động lại.`,
    );
  }
  return text;
}

/** A file that may be read by everybody: a certificate. @param name the variable that named it */
export function readPublicFile(file: string, name: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(`Không đọc được chứng thư ${file} (${reason}). Hãy kiểm tra lại ${name} và quyền đọc tệp.`);
  }
}

/** Whoever gets a copy of the data folder must not get a secret with it. */
export function refuseInside(path: string, name: string, dataDir: string): void {
  if (!`${real(path)}${sep}`.startsWith(`${real(dataDir)}${sep}`)) return;
  throw new ConfigError(
    `Tệp ${path} nằm trong thư mục dữ liệu ${resolve(dataDir)}: ai lấy được bản sao lưu dữ liệu sẽ lấy được cả bí mật này. Hãy chuyển tệp ra ngoài thư mục đó và sửa ${name}.`,
  );
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet, as the data folder before the first start.
    return resolve(path);
  }
}
