import { canonicalHash } from './canonical-hash.ts';
import { oneLine, orNull, saysNone, saysNothing, withoutChrome } from './clean-text.ts';
import { parseLegalBasis } from './legal-basis.ts';
import { parseAudience, parseLevels } from './levels-and-audience.ts';
import { parseMethods } from './methods.ts';
import { parsePapers } from './papers.ts';
import type { ParsedLine, PortalProcedure } from './portal-model.ts';
import { problemCollector, type Report, rejection } from './portal-problems.ts';
import { parseRelated, parseResults, splitKeywords } from './results.ts';
import { readTexts, type Texts, UNKNOWN_KEY } from './source-texts.ts';
import { parseSteps } from './steps.ts';

const CODE = /^\d\.\d{6}$/;
const LONGEST_USUAL_NAME = 600;
/** Headings of decisions that the crawler took for names. */
const NOT_A_PROCEDURE =
  /^(?:công bố danh mục|danh mục|quyết định|thông tư|nghị định|phụ lục|không có thông tin|stt)\b/iu;

/**
 * Reads one line of the portal's NDJSON. A line is rejected only where it is no JSON object or has no valid code
 * (`d.dddddd`) or no name; anything else is accepted, with what was odd or unread listed. Never throws.
 */
export function parseLine(line: string): ParsedLine {
  const record = parseObject(line);
  if (!record) return rejection('not-json-object');
  const { report, problems } = problemCollector();
  const texts = readTexts(record, report);

  const code = texts.of('ma_thu_tuc');
  if (typeof record.ma_thu_tuc !== 'string' || !CODE.test(code)) return rejection('invalid-code');
  const name = oneLine(withoutChrome(texts.of('ten_thu_tuc')));
  if (typeof record.ten_thu_tuc !== 'string' || name === '') return rejection('missing-name');

  if (record.ma_thu_tuc !== code) report('code-padded', 'code');
  checkName(texts.of('ten_thu_tuc'), name, report);
  const parts = { code, name, ...partsOf(texts, report), sourceHash: canonicalHash(record) };
  const { sourceHash, ...content } = parts;
  return { accepted: { ...content, sourceHash, contentHash: canonicalHash(content) }, problems };
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function checkName(raw: string, name: string, report: Report): void {
  if (raw.includes('\n')) report('name-line-breaks', 'name');
  if (name.length > LONGEST_USUAL_NAME) report('name-too-long', 'name');
  if (NOT_A_PROCEDURE.test(name)) report('name-not-a-procedure', 'name');
}

type Parts = Omit<PortalProcedure, 'code' | 'name' | 'sourceHash' | 'contentHash'>;

function partsOf(texts: Texts, report: Report): Parts {
  const verbatim: Record<string, string> = {};
  const keep = (part: string, key: string, condition: boolean) => {
    if (condition) verbatim[part] = texts.whole(key);
  };

  const levels = parseLevels(texts.of('cap_thuc_hien'), report);
  keep('levels', 'cap_thuc_hien', levels.rest !== '');
  const methods = parseMethods(texts.of('cach_thuc_thuc_hien'), report);
  keep('methods', 'cach_thuc_thuc_hien', methods.rest !== '');
  const papers = parsePapers(texts.of('thanh_phan_ho_so'), report);
  keep('papers', 'thanh_phan_ho_so', papers.rest !== '');
  const legal = parseLegalBasis(texts.of('can_cu_phap_ly'), report);
  keep('legalBasis', 'can_cu_phap_ly', legal.rest !== '');
  const results = parseResults(texts.of('ket_qua_xu_ly'), report);
  keep('results', 'ket_qua_xu_ly', results.rest !== '' || results.description !== null);
  const steps = parseSteps(texts.of('trinh_tu_thuc_hien'));
  if (steps.length === 0) report('steps-missing', 'steps');
  const conditions = splitKeywords(texts.of('yeu_cau_dieu_kien')).body;
  for (const [part, key] of texts.tooLong) verbatim[part] = texts.whole(key);
  for (const [key, value] of texts.unknown) verbatim[`${UNKNOWN_KEY}${key}`] = value;

  if (saysNothing(texts.of('linh_vuc'))) report('field-missing', 'field');
  if (saysNothing(texts.of('so_quyet_dinh'))) report('decision-missing', 'decisionNumber');
  return {
    field: orNull(oneLine(texts.of('linh_vuc'))),
    levels: levels.levels,
    kind: orNull(texts.of('loai_thu_tuc')),
    audience: parseAudience(texts.of('doi_tuong_thuc_hien'), report),
    decisionNumber: orNull(texts.of('so_quyet_dinh')),
    ministry: orNull(texts.of('bo')),
    portalUrl: orNull(texts.of('detail_url')),
    portalId: orNull(texts.of('formality_id')),
    agencies: {
      competent: orNull(texts.of('co_quan_co_tham_quyen')),
      authorized: orNull(texts.of('co_quan_duoc_uy_quyen')),
      executing: orNull(texts.of('co_quan_thuc_hien')),
      coordinating: orNull(texts.of('co_quan_phoi_hop')),
      receivingAddress: orNull(texts.of('dia_chi_tiep_nhan')),
    },
    methods: methods.methods,
    papers: papers.papers,
    steps,
    legalBasis: legal.legalBasis,
    conditions: saysNone(conditions) ? null : orNull(conditions),
    results: results.results,
    keywords: results.keywords,
    related: parseRelated(texts.of('thu_tuc_lien_quan')),
    verbatim,
  };
}
