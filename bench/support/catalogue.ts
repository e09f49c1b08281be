import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { parseSourceLine, readLines } from '../../src/modules/catalogue/portal-import/index.ts';
import type { SearchDoc } from '../../src/modules/catalogue/search/index.ts';
import { parseSeedProcedure } from '../../src/modules/catalogue/seed-model.ts';
import { fromRoot, sharedData } from '../../src/platform/paths.ts';

/** As many as the national portal showed in 2026; the generated catalogue has the same size. */
const PORTAL_SIZE = 2_127;

export interface BenchCatalogue {
  readonly docs: SearchDoc[];
  readonly source: 'shared file' | 'generated';
}

/** The catalogue as search sees it in the program: the portal's procedures, and our guides' words on our own. */
export async function loadCatalogue(): Promise<BenchCatalogue> {
  const own = await ownDocs();
  const file = sharedData('procedures.ndjson.gz');
  if (!existsSync(file)) return { docs: generated(own), source: 'generated' };
  const docs = new Map<string, SearchDoc>();
  for await (const line of readLines(file)) {
    const parsed = parseSourceLine(line);
    if ('rejected' in parsed) continue;
    const { code, name, field, levels, papers, results } = parsed.accepted;
    docs.set(code, { ...EMPTY, code, name, field, levels, papers: namesOf(papers), results: namesOf(results) });
  }
  for (const doc of own) docs.set(doc.code, doc);
  return { docs: [...docs.values()], source: 'shared file' };
}

const EMPTY = { field: null, aliases: [], papers: [], results: [], guide: '', levels: [] };

const namesOf = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

async function ownDocs(): Promise<SearchDoc[]> {
  const folder = fromRoot('db', 'seed', 'catalogue');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const seed = parseSeedProcedure(JSON.parse(await readFile(`${folder}/${name}`, 'utf8')));
      const { title, summary, who } = seed.guide;
      return {
        code: seed.code,
        name: seed.name,
        field: seed.field,
        levels: [...seed.levels],
        aliases: [...seed.aliases],
        papers: namesOf(seed.papers),
        results: namesOf(seed.results),
        guide: `${title} ${summary} ${who}`,
        offeredHere: seed.route.value === 'here' || seed.route.value === 'counter',
      };
    }),
  );
}

/**
 * `size` procedures: `docs`, and copies under other codes whose names are crossed with another procedure's
 * (the first half of one, the second half of the other), so that words stay as frequent as they really are.
 */
export function enlarged(docs: readonly SearchDoc[], size: number): SearchDoc[] {
  const copies = Array.from({ length: Math.max(0, size - docs.length) }, (_, at): SearchDoc => {
    const own = pick(docs, at);
    const other = pick(docs, at * 7 + 13);
    const [left, right] = [own.name.split(' '), other.name.split(' ')];
    const name = [...left.slice(0, Math.ceil(left.length / 2)), ...right.slice(Math.floor(right.length / 2))].join(' ');
    return { ...own, code: codeOf(8, at), name, aliases: [], papers: other.papers, guide: '', offeredHere: false };
  });
  return [...docs, ...copies];
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const codeOf = (first: number, at: number): string => `${first}.${String(at).padStart(6, '0')}`;

const ACTS = [
  'Cấp',
  'Cấp lại',
  'Gia hạn',
  'Điều chỉnh',
  'Thu hồi',
  'Đăng ký',
  'Xoá đăng ký',
  'Xác nhận',
  'Công nhận',
  'Thẩm định',
];
const THINGS = [
  'giấy phép hoạt động',
  'giấy chứng nhận đủ điều kiện',
  'chứng chỉ hành nghề',
  'phương án khai thác',
  'hồ sơ thiết kế',
  'thẻ thành viên',
  'danh hiệu gia đình',
  'mức trợ cấp',
  'kế hoạch bảo vệ',
  'biển hiệu',
];
const FIELDS = [
  'thư viện',
  'lễ hội',
  'chợ làng',
  'nuôi cá lồng',
  'trồng cây thuốc',
  'cơ sở giữ trẻ',
  'đường thuỷ nội địa',
  'sân chơi',
  'nghề rèn',
  'bến đò',
  'vườn ươm',
  'lớp học nghề',
  'nhà văn hoá',
  'giếng khoan',
  'lò gạch',
];
const WHERE = [
  'của hộ gia đình',
  'trên địa bàn xã',
  'trong khu dân cư',
  'do Uỷ ban nhân dân cấp',
  'có vốn góp',
  'ngoài giờ',
  'theo mùa',
];

/** Invented procedures around our own ones, for a machine without the shared file. */
function generated(own: readonly SearchDoc[]): SearchDoc[] {
  const invented = Array.from({ length: PORTAL_SIZE - own.length }, (_, at): SearchDoc => {
    const field = pick(FIELDS, Math.floor(at / 100));
    const name = `${pick(ACTS, at)} ${pick(THINGS, Math.floor(at / 10))} ${field} ${pick(WHERE, at)} loại ${1 + (at % 9)}`;
    const papers = [`Đơn đề nghị ${name}`, `Bản vẽ ${field}`, 'Giấy tờ chứng minh chỗ ở'];
    return { ...EMPTY, code: codeOf(7, at), name, field, levels: ['commune'], papers, results: [`Quyết định ${name}`] };
  });
  return [...own, ...invented];
}
