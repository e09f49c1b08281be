import { isIP } from 'node:net';
import { ConfigError } from './error.ts';

/** Names that Fastify (proxy-addr) knows for whole ranges. */
const RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * `BACCAU_TRUSTED_PROXIES`: the reverse proxies whose X-Forwarded-For is believed, as addresses, CIDR blocks or range
 * names, separated by commas. Nobody else's is: a visitor could name any address and escape the throttles.
 */
export function readProxies(text: string | undefined): readonly string[] {
  const parts = (text ?? '')
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  for (const part of parts) {
    if (!RANGES.has(part) && !isBlock(part)) {
      throw new ConfigError(
        `BACCAU_TRUSTED_PROXIES có "${part}" không phải là địa chỉ. Hãy ghi "loopback" khi máy chủ chuyển tiếp ở cùng máy, hoặc địa chỉ như 10.0.0.5 hay 10.0.0.0/24, cách nhau bằng dấu phẩy.`,
      );
    }
  }
  return parts;
}

function isBlock(part: string): boolean {
  const [address = '', bits, ...more] = part.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  // A block of everything would trust every visitor.
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}
