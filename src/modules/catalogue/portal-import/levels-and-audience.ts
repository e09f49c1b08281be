import { saysNothing } from './clean-text.ts';
import type { Level } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

const LEVELS: Record<string, Level> = {
  'cấp bộ': 'central',
  'cấp trung ương': 'central',
  'cấp tỉnh': 'province',
  'cấp huyện': 'district',
  'cấp xã': 'commune',
  'cơ quan khác': 'other',
};

/** The portal's fixed list; some entries have commas of their own, so splitting at commas alone would break them. */
const WITH_COMMAS = ['Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Cán bộ, công chức, viên chức'];
const AUDIENCES = new Set([
  ...WITH_COMMAS,
  'Công dân Việt Nam',
  'Doanh nghiệp',
  'Doanh nghiệp Việt Nam',
  'Doanh nghiệp có vốn đầu tư nước ngoài',
  'Hợp tác xã',
  'Tổ chức nước ngoài',
  'Tổ chức Đảng',
  'Đảng viên',
  'Người nước ngoài',
  'Người nước ngoài cư trú tại Việt Nam',
  'Người Việt Nam định cư ở nước ngoài',
]);

export function parseLevels(text: string, report: Report): { levels: Level[]; rest: string } {
  if (saysNothing(text)) {
    report('levels-missing', 'levels');
    return { levels: [], rest: '' };
  }
  const levels = new Set<Level>();
  let unknown = false;
  for (const part of text.split(/[,;\n]/u)) {
    const level = LEVELS[part.trim().toLowerCase()];
    if (level) levels.add(level);
    else if (part.trim() !== '') unknown = true;
  }
  if (unknown) report('levels-unknown', 'levels');
  return { levels: [...levels], rest: unknown ? text : '' };
}

export function parseAudience(text: string, report: Report): string[] {
  if (saysNothing(text)) return [];
  const guarded = WITH_COMMAS.reduce((open, entry) => open.replaceAll(entry, entry.replaceAll(',', '\u0001')), text);
  const found = new Set<string>();
  for (const part of guarded.split(',')) {
    const entry = part.replaceAll('\u0001', ',').trim();
    if (entry === '') continue;
    if (!AUDIENCES.has(entry)) report('audience-unknown', 'audience');
    found.add(entry);
  }
  return [...found];
}
