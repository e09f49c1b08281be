/**
 * Prefix of dossier codes where no identifier (mã định danh điện tử, QĐ 20/2020/QĐ-TTg) has been entered:
 * "T" for "tạm", then the official codes, in the shape that the law's pattern allows (facts §1.1).
 * It is provisional on purpose: we never invent an assigned code.
 */
export function provisionalIdentifier(kind: string, code: string, provinceCode: string | null): string {
  if (kind === 'province') return `T${code}`;
  if (kind === 'district') return `T${provinceCode ?? '00'}.${code}`;
  return `T${provinceCode ?? '00'}.${code.slice(0, 2)}.${code.slice(2)}`;
}

/** Folds a name for accent-insensitive look-ups: "Phường Chánh Hiệp" → "phuong chanh hiep". */
export const foldName = (name: string): string =>
  name.normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

export interface UnitRow {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly communeCode: string;
  readonly communeName: string;
}

/** One row of the list of units, or the reason why it cannot be taken. */
export function parseUnitRow(row: Record<string, string>): UnitRow | { code: string; message: string } {
  const clean = (value: string | undefined) => (value ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const parsed = {
    provinceCode: clean(row.province_code),
    provinceName: clean(row.province_name),
    communeCode: clean(row.commune_code),
    communeName: clean(row.commune_name),
  };
  if (!/^\d{2}$/.test(parsed.provinceCode))
    return { code: 'invalid-province-code', message: 'Mã tỉnh phải có đúng 2 chữ số.' };
  if (!/^\d{5}$/.test(parsed.communeCode))
    return { code: 'invalid-commune-code', message: 'Mã xã phải có đúng 5 chữ số.' };
  if (!parsed.provinceName) return { code: 'missing-province-name', message: 'Thiếu tên tỉnh.' };
  if (!parsed.communeName) return { code: 'missing-commune-name', message: 'Thiếu tên xã.' };
  return parsed;
}
