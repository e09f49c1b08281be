import { cleanText, withoutChrome } from './clean-text.ts';
import type { PortalField } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

/** The portal's keys, each with the part of our structure it feeds. */
const KEYS: Record<string, PortalField> = {
  ma_thu_tuc: 'code',
  ten_thu_tuc: 'name',
  so_quyet_dinh: 'decisionNumber',
  cap_thuc_hien: 'levels',
  loai_thu_tuc: 'kind',
  linh_vuc: 'field',
  doi_tuong_thuc_hien: 'audience',
  co_quan_co_tham_quyen: 'agencies',
  co_quan_duoc_uy_quyen: 'agencies',
  co_quan_thuc_hien: 'agencies',
  co_quan_phoi_hop: 'agencies',
  dia_chi_tiep_nhan: 'agencies',
  thu_tuc_lien_quan: 'related',
  trinh_tu_thuc_hien: 'steps',
  cach_thuc_thuc_hien: 'methods',
  thanh_phan_ho_so: 'papers',
  can_cu_phap_ly: 'legalBasis',
  yeu_cau_dieu_kien: 'conditions',
  ket_qua_xu_ly: 'results',
  detail_url: 'other',
  formality_id: 'other',
  bo: 'other',
};

/** Four times the longest field seen; beyond it a value is kept but not taken apart. */
const LONGEST_PARSED = 200_000;

/** Unknown keys of the source stand in `verbatim` under this prefix. */
export const UNKNOWN_KEY = 'source:';

export type Texts = {
  /** Cleaned text of a key, without the portal's own controls; '' where absent or too long to take apart. */
  of(key: string): string;
  /** Cleaned text of a key as the source has it. */
  whole(key: string): string;
  tooLong: [PortalField, string][];
  unknown: [string, string][];
};

/** Cleans every value of the record once. Values that are no text are kept as JSON and reported. */
export function readTexts(record: Record<string, unknown>, report: Report): Texts {
  const cleaned = new Map<string, string>();
  const tooLong: [PortalField, string][] = [];
  const unknown: [string, string][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (value === null) continue;
    const field = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    const text = cleanText(typeof value === 'string' ? value : JSON.stringify(value));
    if (field === undefined) {
      report('unknown-key', 'other');
      unknown.push([cleanText(key), text]);
      continue;
    }
    if (typeof value !== 'string') report('value-not-text', field);
    cleaned.set(key, text);
    if (text.length > LONGEST_PARSED) {
      report('value-too-long', field);
      tooLong.push([field, key]);
    }
  }
  const whole = (key: string) => cleaned.get(key) ?? '';
  const of = (key: string) => {
    const text = whole(key);
    return text.length > LONGEST_PARSED && key !== 'ten_thu_tuc' ? '' : withoutChrome(text);
  };
  return { of, whole, tooLong, unknown };
}
