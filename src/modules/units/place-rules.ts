import type { RelationKind } from './history-model.ts';
import { foldName } from './rules.ts';

/** What somebody typed for a place: the name of a commune, then perhaps what it lies in. */
export interface PlaceQuery {
  /** Folded text that must begin with, or contain, the name. */
  readonly name: string;
  readonly words: readonly string[];
  /** Words after the first comma; they choose among communes of one name. */
  readonly placeWords: readonly string[];
  /** An official code, where one was typed. */
  readonly code: string | null;
}

/** As people abbreviate: "P. Hiệp An, TP. Thủ Dầu Một", "TP.HCM". */
const SHORT = /(^|\s)(p|x|tt|tp|tx|h|q|t)\.\s*/g;
const KIND_WORDS = /^(thanh pho|thi xa|tinh|huyen|quan|tp|tx) +/;
const MOST_WORDS = 10;

const tidy = (text: string): string =>
  foldName(text)
    .replace(/\btp\.?\s*hcm\b/g, 'ho chi minh')
    .replace(SHORT, '$1')
    .replace(/[^\p{Letter}\p{Number}' -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean).slice(0, MOST_WORDS);

/** Reads a place: accents, case and abbreviations do not matter. Null where there is nothing to look for. */
export function readPlaceQuery(text: string): PlaceQuery | null {
  const [first = '', ...rest] = text.slice(0, 200).split(/[,;]/);
  const name = tidy(first);
  const words = wordsOf(name);
  if (words.length === 0 || name.length < 2) return null;
  const placeWords = rest.flatMap((part) => wordsOf(tidy(part).replace(KIND_WORDS, '')));
  return { name, words, placeWords, code: /^\d{2,5}$/.test(name) ? name : null };
}

/** A unit that was asked for by a name of the past, and what became of it. */
export interface PlaceReason {
  readonly name: string;
  readonly place: string | null;
  /** Null: the same unit under an earlier name. */
  readonly relation: RelationKind | null;
  /** Day of the change, YYYY-MM-DD. */
  readonly since: string;
}

const HOW: Readonly<Record<RelationKind, string>> = {
  merged: 'nhập vào đây',
  'split-part': 'có một phần nhập vào đây',
  renamed: 'đổi tên thành đơn vị này',
  upgraded: 'được nâng lên thành đơn vị này',
  moved: 'chuyển sang đây',
};

/** "Phường Hiệp An (Thành phố Thủ Dầu Một, Tỉnh Bình Dương) có một phần nhập vào đây từ 01/07/2025". */
export function reasonText({ name, place, relation, since }: PlaceReason): string {
  const where = place ? ` (${place})` : '';
  const day = since.split('-').reverse().join('/');
  return relation ? `${name}${where} ${HOW[relation]} từ ${day}` : `${name}${where} là tên dùng đến trước ${day}`;
}

export interface FoundPlace {
  readonly unitId: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
  /** Why it answers to another name; empty where it was found by its own. */
  readonly reasons: readonly PlaceReason[];
}

/** One candidate and one unit that stands for it on the day that was asked about. */
export interface PlaceHit {
  readonly hits: number;
  readonly unitId: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
  readonly reason: PlaceReason | null;
}

/**
 * Candidates in order of their rank → units, each once with every reason. Where words after the comma fit some
 * candidates better than others, only the best stay: "Hiệp An, Thủ Dầu Một" is not the Hiệp An of Hải Dương.
 */
export function gatherPlaces(rows: readonly PlaceHit[], limit: number): FoundPlace[] {
  const most = Math.max(0, ...rows.map(({ hits }) => hits));
  const found = new Map<string, Omit<FoundPlace, 'reasons'> & { reasons: PlaceReason[]; byOwnName: boolean }>();
  for (const { hits, reason, unitId, kind, code, name, place } of rows) {
    if (hits < most) continue;
    const known = found.get(unitId) ?? { unitId, kind, code, name, place, reasons: [], byOwnName: false };
    if (reason) known.reasons.push(reason);
    else known.byOwnName = true;
    found.set(unitId, known);
  }
  return [...found.values()]
    .slice(0, limit)
    .map(({ byOwnName, reasons, ...unit }) => ({ ...unit, reasons: byOwnName ? [] : reasons }));
}
