import { ConfigError } from './error.ts';
import { isLoopback } from './loopback.ts';
import type { Config } from './model.ts';

/**
 * Refuses a start that would carry passwords and ID numbers over the network in the clear, or that could not tell one
 * visitor from another. Only what stays on this machine may speak plain HTTP.
 * @throws ConfigError with the setting that is missing
 */
export function refuseUnsafeStart(config: Config): void {
  const { host, origin, tls, trustedProxies, keyFile, redirectPort } = config;
  if (redirectPort !== null && !origin?.startsWith('https:')) {
    throw new ConfigError('BACCAU_HTTP_PORT chỉ dùng để chuyển sang https. Hãy đặt BACCAU_ORIGIN là địa chỉ https://…');
  }
  const outside = !isLoopback(host) || (origin !== null && !isLoopback(new URL(origin).hostname));
  if (!outside) return;
  if (!keyFile) {
    throw new ConfigError(
      'Khi mở ra ngoài máy này, hãy đặt BACCAU_KEY_FILE là đường dẫn tới tệp khoá (xem docs/runbook.md). Bản chạy thử chỉ nghe ở 127.0.0.1.',
    );
  }
  if (!origin) {
    throw new ConfigError(
      'Khi mở ra ngoài máy này, hãy đặt BACCAU_ORIGIN là địa chỉ mà người dân gõ, ví dụ https://dichvucong.example.vn.',
    );
  }
  if (!origin.startsWith('https:')) {
    throw new ConfigError(
      `BACCAU_ORIGIN=${origin} là địa chỉ không mã hoá: mật khẩu và số định danh sẽ đi trên mạng dưới dạng đọc được. Hãy đổi thành https:// và đặt TLS_CERT, TLS_KEY, hoặc chạy sau Caddy hay nginx (xem deploy/).`,
    );
  }
  if (!tls && trustedProxies.length === 0) {
    throw new ConfigError(
      'Địa chỉ là https nhưng chưa có nơi nào mã hoá. Hãy đặt TLS_CERT và TLS_KEY để chương trình tự mã hoá; hoặc, nếu chạy sau Caddy hay nginx, đặt BACCAU_TRUSTED_PROXIES (ví dụ "loopback" khi cùng máy) để chương trình biết địa chỉ thật của người truy cập.',
    );
  }
}
