import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { ConfigError } from '../../config/error.ts';
import { readPublicFile, readSecretFile, refuseInside } from '../../config/secrets.ts';
import type { TlsFiles } from '../../config/tls.ts';

/** What a TLS server needs, and until when it serves. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly expiresAt: Date;
}

export interface CertificateFiles extends TlsFiles {
  /** The name or address that visitors type; null = not checked. */
  readonly host: string | null;
  readonly dataDir: string;
}

/**
 * Reads a pair and makes sure that it will work: whole, fitting, in time and of this host.
 * @throws ConfigError with a sentence that says which file and what to do
 */
export function readCertificate(files: CertificateFiles, now: Date): Certificate {
  const { certFile, keyFile, host, dataDir } = files;
  const key = readSecretFile(keyFile, 'TLS_KEY', dataDir);
  const cert = readPublicFile(certFile, 'TLS_CERT');
  refuseInside(certFile, 'TLS_CERT', dataDir);
  const parsed = parseCertificate(cert, certFile);
  if (!fits(parsed, parseKey(key, keyFile))) {
    throw new ConfigError(
      `Khoá riêng ${keyFile} không phải của chứng thư ${certFile}. Hãy lấy đúng cặp tệp được cấp cùng lúc.`,
    );
  }
  const [from, until] = [parsed.validFromDate, parsed.validToDate];
  if (until <= now) {
    throw new ConfigError(`Chứng thư ${certFile} đã hết hạn ngày ${day(until)}. Hãy xin cấp lại rồi thay cả hai tệp.`);
  }
  if (from > now) {
    throw new ConfigError(
      `Chứng thư ${certFile} đến ngày ${day(from)} mới có hiệu lực. Hãy kiểm tra đồng hồ của máy hoặc dùng chứng thư khác.`,
    );
  }
  if (host && !(isIP(host) ? parsed.checkIP(host) : parsed.checkHost(host))) {
    throw new ConfigError(
      `Chứng thư ${certFile} không cấp cho tên ${host} trong BACCAU_ORIGIN. Hãy dùng chứng thư có tên đó, hoặc sửa BACCAU_ORIGIN.`,
    );
  }
  return { cert, key, expiresAt: until };
}

/** The first one in the file is the server's own. */
function parseCertificate(text: string, path: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new ConfigError(
      `Tệp ${path} không phải là chứng thư dạng PEM (bắt đầu bằng "-----BEGIN CERTIFICATE-----"). Hãy kiểm tra lại TLS_CERT.`,
    );
  }
}

function parseKey(text: string, path: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new ConfigError(
      `Tệp ${path} không phải là khoá riêng dạng PEM, hoặc khoá có mật khẩu. Hãy dùng khoá không có mật khẩu và chỉ cho chương trình đọc (chmod 600).`,
    );
  }
}

const fits = (cert: X509Certificate, key: KeyObject): boolean => cert.publicKey.equals(createPublicKey(key));

/** As people here write a day. */
const day = (at: Date): string => at.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
