import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSeedProcedure, type SeedProcedure, seedProblems } from './seed-model.ts';
import { papersToUpload, unverifiedFacts } from './seed-rules.ts';

const FOLDER = join(import.meta.dirname, '../../../db/seed/catalogue');
const CODES = [
  ...['1.001193', '1.000894', '1.000656', '1.004873', '2.000635', '1.004884', '1.004746', '1.005461', '1.004859'],
  ...['1.001022', '1.000689', '1.004837', '2.000806', '2.000528', '2.000815', '2.000884', '2.001019', '2.000942'],
  ...['1.004222', '1.004194', '2.001159', '1.003677', '1.010038', '1.001612', '1.001699'],
];

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const raw = new Map(files.map((file) => [file.replace(/\.json$/, ''), readFileSync(join(FOLDER, file), 'utf8')]));
const json = (code: string): Record<string, unknown> => JSON.parse(raw.get(code) ?? 'null');
const procedures = files.map((file) => parseSeedProcedure(json(file.replace(/\.json$/, ''))));
const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));
const get = (code: string): SeedProcedure => byCode.get(code) ?? expect.fail(`thiếu ${code}`);
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .toLowerCase();

describe('the 25 seed procedures', () => {
  test('are exactly those of the plan, one file each, named by code', () => {
    expect([...raw.keys()].sort()).toEqual([...CODES].sort());
    for (const [code, text] of raw) expect(JSON.parse(text).code).toBe(code);
  });

  test.each(CODES)('%s is sound', (code) => {
    expect(seedProblems(json(code))).toEqual([]);
  });

  test('claim no verification that nobody made', () => {
    for (const procedure of procedures) expect(procedure.verified_at).toBeNull();
  });

  test('mark every fee set by the province as to be checked and give no amount for it', () => {
    for (const { code, methods } of procedures) {
      for (const { fee } of methods) {
        const parts = [{ ...fee, setByProvince: fee.text.includes('HĐND') }, ...(fee.items ?? [])];
        for (const part of parts.filter((entry) => entry.setByProvince)) {
          expect([code, part.sure, part.amountVnd]).toEqual([code, 'm', undefined]);
        }
      }
    }
  });

  test('go where they are filed in truth: residence to the national portal, originals to the counter', () => {
    for (const { code, agency, route } of procedures) {
      if (agency === 'cong-an-xa') expect([code, route.value]).toEqual([code, 'national-portal']);
    }
    for (const code of ['2.000815', '2.000884', '2.001019', '2.000942']) expect(get(code).route.value).toBe('counter');
    for (const code of ['1.001193', '1.000656', '1.004873', '1.001612']) expect(get(code).route.value).toBe('here');
  });

  test('use the 15:00 rule only with "trong ngày"', () => {
    for (const { code, methods } of procedures) {
      for (const { rule, duration } of methods) {
        expect([code, rule === '15h']).toEqual([code, duration.text === 'trong ngày']);
      }
    }
  });

  test('have declarations, so that a receipt can list them, where the law asks for one', () => {
    const without = procedures.filter(({ papers }) => !papers.some((paper) => paper.isDeclaration));
    expect(without.map(({ code }) => code).sort()).toEqual(['2.000815', '2.000884', '2.001019', '2.001159']);
  });
});

describe('aliases', () => {
  test('are lower-case and partly typed without accents', () => {
    for (const { code, aliases } of procedures) {
      for (const alias of aliases) expect(alias).toBe(alias.toLowerCase());
      const unaccented = aliases.filter((alias) => alias === fold(alias));
      expect([code, unaccented.length >= 2]).toEqual([code, true]);
    }
  });

  test('lead to one procedure only', () => {
    const seen = new Map<string, string>();
    for (const { code, aliases } of procedures) {
      for (const alias of aliases) {
        expect([alias, seen.get(alias) ?? code]).toEqual([alias, code]);
        seen.set(alias, code);
      }
    }
  });
});

describe('guides', () => {
  const sentences = ({ guide }: SeedProcedure) =>
    Object.values(guide)
      .flat()
      .flatMap((text) => text.split(/(?<=[.?!;:])\s/));

  test('speak in short sentences without officialese', () => {
    for (const procedure of procedures) {
      for (const sentence of sentences(procedure)) {
        const words = sentence.split(' ').length;
        expect(words, `${procedure.code}: ${sentence}`).toBeLessThanOrEqual(40);
        expect(sentence).not.toMatch(/quy định của pháp luật|nêu trên|theo quy định tại|công dân có trách nhiệm/i);
      }
    }
  });

  test('English is English', () => {
    for (const { code, guideEn, nameEn, papers, results } of procedures) {
      const texts = [...Object.values(guideEn).flat(), nameEn, ...[...papers, ...results].map((part) => part.nameEn)];
      for (const text of texts) expect(`${code}: ${text}`).not.toMatch(/[À-ỹĐđ]/);
    }
  });
});

describe('our own words', () => {
  const shared = process.env.BACCAU_SHARED ?? join(import.meta.dirname, '../../../../shared/data');
  const portal = join(shared, 'procedures.ndjson.gz');
  if (!existsSync(portal)) console.log(`Bỏ qua phép so với Cổng quốc gia: không có ${portal}`);

  test.skipIf(!existsSync(portal))('no sentence is the portal’s', () => {
    const plain = (text: string) => text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
    const lines = gunzipSync(readFileSync(portal)).toString('utf8').split('\n');
    const portalText = plain(lines.filter((line) => CODES.some((code) => line.includes(`"${code}"`))).join(' '));
    expect(portalText.length).toBeGreaterThan(100_000);
    for (const { code, guide, papers } of procedures) {
      const texts = [
        ...Object.values(guide).flat(),
        ...papers.flatMap((paper) => [paper.note ?? '', paper.when ?? '']),
      ];
      const sentences = texts.flatMap((text) => text.split(/[.;:]/)).map((sentence) => plain(sentence).trim());
      const copied = sentences.filter((sentence) => sentence.length > 45 && portalText.includes(sentence));
      expect([code, copied]).toEqual([code, []]);
    }
  });
});

describe('khai sinh 1.001193', () => {
  const papers = new Map(get('1.001193').papers.map((paper) => [paper.key, paper]));

  test('asks for what a birth registration needs', () => {
    expect(papers.get('to-khai')).toMatchObject({ isDeclaration: true, required: true });
    expect(papers.get('giay-chung-sinh')).toMatchObject({ kind: 'submit', required: true, originals: 1 });
    expect(papers.get('giay-chung-sinh')?.alternatives).toHaveLength(2);
    expect(papers.get('giay-to-tuy-than')).toMatchObject({ kind: 'show', required: true });
    expect(papers.get('giay-chung-nhan-ket-hon')).toMatchObject({ kind: 'show', required: false });
  });

  test('uploads the birth notification but neither the declaration nor an ID picture', () => {
    const keys = papersToUpload(get('1.001193'), { ownForm: true }).map((paper) => paper.key);
    expect(keys).toContain('giay-chung-sinh');
    expect(keys).not.toContain('to-khai');
    expect(keys).not.toContain('giay-to-tuy-than');
    expect(papersToUpload(get('1.001193'), { ownForm: false }).map((paper) => paper.key)).toContain('to-khai');
  });

  test('names the late fee as unverified', () => {
    expect(unverifiedFacts(get('1.001193'))).toContain('/methods/0/fee/items/1');
  });
});

describe('a broken file', () => {
  const broken = (change: (file: Record<string, unknown>) => void) => {
    const file = json('1.001193');
    change(file);
    return file;
  };

  test('is refused with the place of the fault', () => {
    const file = broken((it) => {
      it.code = '1.1193';
    });
    expect(() => parseSeedProcedure(file)).toThrow('/code');
    expect(seedProblems(null)).not.toEqual([]);
  });

  test('is refused for double spaces, decomposed letters and double aliases', () => {
    expect(seedProblems(broken((it) => Object.assign(it, { name: 'Đăng ký  khai sinh' })))[0]).toContain('/name');
    expect(seedProblems(broken((it) => Object.assign(it, { name: 'khai sinh bé'.normalize('NFD') })))).toHaveLength(1);
    expect(seedProblems(broken((it) => Object.assign(it, { aliases: Array(6).fill('ks') })))).toHaveLength(1);
  });

  test('is refused for any other wording of a duration', () => {
    const text = fc.oneof(
      fc.string().filter((it) => !/^([1-9]\d{0,2} (ngày làm việc|ngày|giờ)|trong ngày)$/.test(it)),
      fc.constantFrom('0 ngày', '03 ngày', '3 Ngày làm việc', '3 tuần', 'ngay', '3  ngày'),
    );
    fc.assert(
      fc.property(text, (duration) => {
        const file = json('1.004873') as unknown as SeedProcedure;
        for (const method of file.methods) method.duration.text = duration;
        expect(seedProblems(file)).not.toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
