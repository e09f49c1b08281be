const LONGEST = 80;

/** The name that a person gave the file, fit to be shown: one line, no folders, no control characters. */
export function displayName(name: string, kind: 'image' | 'pdf'): string {
  const base = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const tidy = base
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = [...tidy].slice(-LONGEST).join('');
  return cut || (kind === 'pdf' ? 'giay-to.pdf' : 'anh.jpg');
}

/** "340 KB", "1,2 MB" as Vietnamese writes it. */
export function displaySize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
