import { ConfigError } from './error.ts';

/** `BACCAU_ORIGIN`: scheme, host and port only. null = not set. */
export function readOrigin(text: string | undefined): string | null {
  if (!text?.trim()) return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (bare && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin;
  throw new ConfigError(
    `BACCAU_ORIGIN="${text}" phải là một địa chỉ không có đường dẫn phía sau, như https://dichvucong.example.vn.`,
  );
}
