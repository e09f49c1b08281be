/** Pure rules about our own seed procedures: what a sound file is, what is still to be checked, what is uploaded. */
import type { SeedPaper, SeedProcedure } from './seed-format-model.ts';

/** Sentences must be NFC, without double, leading or trailing spaces. Pointer and complaint, one each. */
export function textProblems(value: unknown, path = ''): string[] {
  if (typeof value === 'string') {
    const problems: string[] = [];
    if (value !== value.normalize('NFC')) problems.push(`${path}: chữ chưa ở dạng NFC`);
    if (/\s{2}/.test(value)) problems.push(`${path}: có hai dấu cách liền nhau`);
    if (value !== value.trim()) problems.push(`${path}: thừa dấu cách ở đầu hoặc cuối`);
    return problems;
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => textProblems(child, `${path}/${key}`));
}

/** What a schema cannot say: the parts of a file agree with each other. */
export function coherenceProblems(procedure: SeedProcedure): string[] {
  const problems: string[] = [];
  const check = (ok: boolean, problem: string) => void (ok || problems.push(problem));
  const channels = procedure.methods.map((method) => method.channel);
  const declarations = procedure.papers.filter((paper) => paper.isDeclaration);

  check(unique(channels), '/methods: một cách nộp ghi hai lần');
  check(unique(procedure.papers.map((paper) => paper.key)), '/papers: trùng key');
  check(unique(procedure.aliases), '/aliases: có tên gọi trùng nhau');
  check(declarations.length <= 2, '/papers: quá nhiều tờ khai');
  check(
    procedure.serviceLevel.value !== 'mot-phan' || procedure.serviceLevel.reason !== undefined,
    '/serviceLevel: một phần phải có lý do (NĐ 224/2026 Điều 14)',
  );
  check(procedure.route.value === 'counter' || channels.includes('online'), '/route: nộp trực tuyến mà thiếu cách nộp');
  for (const [index, paper] of procedure.papers.entries()) {
    check(paper.required || paper.when !== undefined, `/papers/${index}: giấy không bắt buộc phải ghi "when"`);
    check(paper.originals + paper.copies > 0, `/papers/${index}: số lượng bằng 0`);
  }
  for (const language of ['guide', 'guideEn'] as const) {
    const { stepsOnline, stepsCounter } = procedure[language];
    const online = stepsOnline.length >= 3 || (stepsOnline.length === 0 && !channels.includes('online'));
    check(online, `/${language}/stepsOnline: cần 3–6 bước`);
    check(stepsCounter.length >= 3, `/${language}/stepsCounter: cần 3–6 bước`);
  }
  const [vi, en] = [procedure.guide, procedure.guideEn];
  for (const part of ['bring', 'stepsOnline', 'stepsCounter', 'mistakes'] as const) {
    check(vi[part].length === en[part].length, `/guideEn/${part}: số mục khác bản tiếng Việt`);
  }
  return problems;
}

/** The facts marked `m`, as JSON pointers; the page shows "cần đối chiếu" beside each. */
export function unverifiedFacts(procedure: SeedProcedure): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, child]) => {
      if ((key === 'sure' || key === 'nameSure') && child === 'm') return [path || '/name'];
      return walk(child, `${path}/${key}`);
    });
  };
  return walk(procedure, '');
}

/**
 * Papers a general upload form asks for. The declaration is asked for only where no form of ours replaces it;
 * papers whose data the form already carries are left out, so that no needless ID picture is stored.
 */
export function papersToUpload(procedure: SeedProcedure, options: { ownForm: boolean }): SeedPaper[] {
  return procedure.papers.filter((paper) => !paper.skipOnline && !(options.ownForm && paper.isDeclaration));
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
