/**
 * Characters that must not reach a printed form: controls (except tab and line feed), and the invisible
 * direction marks with which a name could print in another order than it is stored.
 */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\ufeff\ufff9-\ufffb]/gu;

/** Text for print: NFC (phones of one maker send accents decomposed), without unprintable characters. */
export const cleanText = (text: string): string => text.toWellFormed().normalize('NFC').replace(UNPRINTABLE, '');

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** `cleanText` on every string of a value. Keys are ours and stay. */
export function cleanJson(value: Json): Json {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, cleanJson(item)]])),
  );
}
