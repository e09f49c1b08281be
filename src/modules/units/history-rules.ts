import type { RelationKind } from './history-model.ts';
import { foldName } from './rules.ts';

/** A commune before the change, and the codes of those that took it over. */
export interface HistoryRow {
  readonly line: number;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtCode: string;
  readonly code: string;
  readonly name: string;
  readonly successorCodes: readonly string[];
}

/** A commune in force from the day of the change on. */
export interface CommuneAfter {
  readonly unitId: string;
  readonly name: string;
  readonly provinceCode: string;
}

export interface RowProblem {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

const clean = (value: string | undefined) => (value ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** One row of the list old → new, or the reason why it cannot be taken. */
export function parseHistoryRow(row: Record<string, string>, line: number): HistoryRow | RowProblem {
  const parsed = {
    line,
    provinceCode: clean(row.old_province_code),
    provinceName: clean(row.old_province_name),
    districtCode: clean(row.old_district_code),
    code: clean(row.old_commune_code),
    name: clean(row.old_commune_name),
    successorCodes: [...new Set(clean(row.new_commune_codes).split(';').map(clean).filter(Boolean))],
  };
  const wrong = (code: string, message: string): RowProblem => ({ line, code, message });
  if (!/^\d{2}$/.test(parsed.provinceCode)) return wrong('invalid-province-code', 'Mã tỉnh cũ phải có đúng 2 chữ số.');
  if (!/^\d{3}$/.test(parsed.districtCode)) return wrong('invalid-district-code', 'Mã huyện cũ phải có đúng 3 chữ số.');
  if (!/^\d{5}$/.test(parsed.code)) return wrong('invalid-commune-code', 'Mã xã cũ phải có đúng 5 chữ số.');
  if (!parsed.provinceName) return wrong('missing-province-name', 'Thiếu tên tỉnh cũ.');
  if (!parsed.name) return wrong('missing-commune-name', 'Thiếu tên xã cũ.');
  return parsed;
}

/**
 * Where each old province went: the province in which most of its communes were taken over. The list has no provinces,
 * and single communes joined across provinces are known mistakes of it (facts §7).
 */
export function provinceHeirs(
  rows: readonly HistoryRow[],
  after: ReadonlyMap<string, CommuneAfter>,
): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { provinceCode, successorCodes } of rows) {
    const of = votes.get(provinceCode) ?? new Map<string, number>();
    for (const code of successorCodes) {
      const heir = after.get(code)?.provinceCode;
      if (heir) of.set(heir, (of.get(heir) ?? 0) + 1);
    }
    votes.set(provinceCode, of);
  }
  return new Map(
    [...votes].flatMap(([old, of]) => {
      const [most] = [...of].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
      return most ? [[old, most[0]] as const] : [];
    }),
  );
}

/** The successors of a row that can be believed, and a sentence for each that cannot. */
export function soundSuccessors(
  row: HistoryRow,
  heir: string | undefined,
  after: ReadonlyMap<string, CommuneAfter>,
): { codes: string[]; problems: RowProblem[] } {
  const codes: string[] = [];
  const problems: RowProblem[] = [];
  const note = (code: string, message: string) => problems.push({ line: row.line, code, message });
  if (row.successorCodes.length === 0) note('no-successor', `${row.name} (${row.code}): tệp không ghi đơn vị kế thừa.`);
  for (const code of row.successorCodes) {
    const unit = after.get(code);
    if (!unit) {
      note(
        'unknown-successor',
        `${row.name} (${row.code}): không có xã nào mang mã ${code} vào ngày đó; chưa ghi quan hệ này.`,
      );
    } else if (unit.provinceCode !== heir) {
      note(
        'other-province',
        `${row.name} (${row.code}): ${unit.name} (${code}) thuộc tỉnh ${unit.provinceCode}, còn ${row.provinceName} đã về tỉnh ${heir}; chưa ghi quan hệ này, cần đối chiếu.`,
      );
    } else codes.push(code);
  }
  return { codes, problems };
}

/** Ranks of a commune, lowest first: a change upwards is an upgrade. */
const RANKS = ['xã', 'thị trấn', 'phường'];
const rankOf = (name: string): number => RANKS.findIndex((word) => name.toLocaleLowerCase('vi').startsWith(`${word} `));

/**
 * True where nothing was arranged: one unit taken over by one alone, under the same code and name (spelling aside:
 * Hòa or Hoà). It is then the same unit before and after, and what it owns stays where it is.
 */
export const carriesOn = (
  before: { readonly code: string; readonly name: string },
  after: { readonly code: string; readonly name: string },
  counts: { readonly successors: number; readonly predecessors: number },
): boolean =>
  counts.successors === 1 &&
  counts.predecessors === 1 &&
  before.code === after.code &&
  foldName(before.name) === foldName(after.name);

/** What a link between two different units means. */
export function relationKind(
  before: string,
  after: string,
  counts: { readonly successors: number; readonly predecessors: number },
): RelationKind {
  if (counts.successors > 1) return 'split-part';
  if (counts.predecessors > 1) return 'merged';
  if (foldName(before) === foldName(after)) return 'moved';
  return rankOf(after) > rankOf(before) && rankOf(before) >= 0 ? 'upgraded' : 'renamed';
}
