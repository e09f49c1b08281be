/** Names of members are matched whole, so that no file can name a place outside the folder that it is restored to. */
const TABLE_PART = /^tables\/([a-z_][a-z0-9_]{0,62})\.copy\.zst\.(\d{4,7})$/;
const FILE = /^files\/((?:real|practice)\/[0-9a-f]{2}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export type Member =
  | { readonly kind: 'table'; readonly table: string; readonly part: number }
  | { readonly kind: 'file'; readonly blob: string }
  | { readonly kind: 'other' };

export const tablePart = (table: string, part: number): string =>
  `tables/${table}.copy.zst.${String(part).padStart(4, '0')}`;

export const fileMember = (blob: string): string => `files/${blob}`;

/** What a member's name says; null = a name that no backup has. */
export function memberOf(name: string, others: ReadonlySet<string>): Member | null {
  if (others.has(name)) return { kind: 'other' };
  const [, table, part] = TABLE_PART.exec(name) ?? [];
  if (table && part) return { kind: 'table', table, part: Number(part) };
  const blob = FILE.exec(name)?.[1];
  return blob ? { kind: 'file', blob } : null;
}

/** The list that `sha256sum -c` reads, so that a backup can be checked without this program. */
export const printSums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sha256]) => `${sha256}  ${name}\n`).join('');

/** null = not such a list, or a name stands in it twice. */
export function parseSums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!sha256 || !name || sums.has(name)) return null;
    sums.set(name, sha256);
  }
  return sums;
}
