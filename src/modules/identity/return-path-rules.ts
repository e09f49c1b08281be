/** Longer addresses are not ours. */
const LONGEST = 500;

/**
 * Where to go on after signing in: a path on this site, or null. Only one leading slash counts: `//evil.example` and
 * `/\evil.example` are other sites for a browser; control characters and `..` games end at the URL parser.
 */
export function readReturnPath(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e\u00a0-\uffff]*$/.test(typed))
    return null;
  const base = 'http://here.invalid';
  if (!URL.canParse(typed, base)) return null;
  const url = new URL(typed, base);
  const path = `${url.pathname}${url.search}`;
  return url.origin === base && /^\/(?![/\\])/.test(path) ? path : null;
}
