import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLine } from './parse-line.ts';
import type { PortalProcedure } from './portal-model.ts';
import { madeUpLine, madeUpRecord } from './testing.ts';

function accept(line: string): PortalProcedure & { problemCodes: string[] } {
  const parsed = parseLine(line);
  if ('rejected' in parsed) throw new Error(parsed.rejected.message);
  return { ...parsed.accepted, problemCodes: parsed.problems.map((problem) => problem.code) };
}

function reject(line: string): string {
  const parsed = parseLine(line);
  return 'rejected' in parsed ? parsed.rejected.code : 'accepted';
}

describe('one line of the portal', () => {
  const parsed = accept(madeUpLine());

  test('has its plain values', () => {
    expect(parsed).toMatchObject({
      code: '9.900001',
      name: 'Cấp thẻ đọc sách thiếu nhi',
      field: 'Thư viện',
      levels: ['province', 'commune'],
      audience: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
      decisionNumber: '11/QĐ-VD',
      conditions: null,
      agencies: { competent: 'Thư viện xã', coordinating: null },
      verbatim: {},
    });
  });

  test('has its methods, and a channel named inside a description starts no row', () => {
    expect(parsed.methods).toEqual([
      {
        channel: 'online',
        duration: { text: '2 Ngày làm việc', amount: 2, unit: 'working-day' },
        feeText: '5,000 Việt Nam Đồng(5.000 đồng/thẻ (thẻ đầu))',
        fees: [{ kind: 'amount', amount: 5000, currency: 'VND', note: '5.000 đồng/thẻ (thẻ đầu)' }],
        note: 'Nộp qua mạng, không cần đến Trực tiếp nơi nhận.',
      },
      {
        channel: 'in-person',
        duration: { text: '4 Giờ', amount: 4, unit: 'hour' },
        feeText: 'Miễn phí',
        fees: [{ kind: 'free', amount: 0, currency: null, note: null }],
        note: null,
      },
    ]);
  });

  test('has its papers by group, with forms and counts', () => {
    expect(
      parsed.papers.map(({ name, kind, originals, copies, formNames }) => [name, kind, originals, copies, formNames]),
    ).toEqual([
      ['Tờ khai làm thẻ;', 'submit', 1, null, ['Mau the (1).docx']],
      ['Ảnh 2x3', 'submit', 1, 2, []],
      ['Thẻ học sinh', 'show', 1, null, []],
      ['Trẻ dưới sáu tuổi không cần thẻ học sinh.', 'note', 0, null, []],
    ]);
    expect(parsed.papers[2]?.group).toBe('* Giấy tờ phải xuất trình');
    expect(parsed.problemCodes).toContain('paper-quantity-guessed');
  });

  test('has its steps; a step named inside a sentence starts none', () => {
    expect(parsed.steps).toEqual([
      { label: 'Bước 1', text: 'Điền tờ khai.' },
      { label: 'Bước 2', text: 'Nộp hồ sơ; làm lại theo Bước 1 nếu thiếu.' },
      { label: 'Bước 3', text: 'Nhận thẻ.' },
    ]);
  });

  test('has its legal bases; a number inside a title ends no row', () => {
    expect(parsed.legalBasis).toEqual([
      { title: 'Nghị định 1/2020/NĐ-CP', number: '1/2020/NĐ-CP' },
      { title: 'Luật Sách 2020', number: '12/2020/QH14' },
      { title: 'quy định thẻ đọc', number: '7/2021/TT-BTC' },
      { title: 'Thông tư sửa đổi Thông tư 7/2021/TT-BTC về thẻ', number: 'Thông tư số 9/2022/TT-BVHTTDL' },
    ]);
  });

  test('has its results without the portal’s chooser of agencies', () => {
    expect(parsed.results).toEqual([
      { name: 'Thẻ đọc sách', code: 'KQ.Z99.000001' },
      { name: 'Thông báo từ chối', code: 'KQ.Z99.000002' },
    ]);
    expect(JSON.stringify(parsed)).not.toContain('Chọn cơ quan');
  });
});

describe('rejection', () => {
  test.each(['', 'x', '[]', '"a"', 'null', '1', '{', '[{"ma_thu_tuc":"9.900001","ten_thu_tuc":"A"}]'])(
    '%s is no JSON object',
    (line) => expect(reject(line)).toBe('not-json-object'),
  );
  test.each(['', '1.00119', '1.0011933', 'a.001193', '1001193', null, 1.001193, undefined])('%s is no code', (code) =>
    expect(reject(madeUpLine({ ma_thu_tuc: code }))).toBe('invalid-code'),
  );
  test.each(['', '  \n', '\u200b', null, 5, ['a'], undefined])('%s is no name', (name) =>
    expect(reject(madeUpLine({ ten_thu_tuc: name }))).toBe('missing-name'),
  );
  test('nothing but code and name is enough to be accepted, with what is missing listed', () => {
    const bare = accept('{"ma_thu_tuc":"9.900002","ten_thu_tuc":"Việc nhỏ"}');
    expect(bare.problemCodes).toEqual(
      expect.arrayContaining([
        'methods-missing',
        'papers-missing',
        'steps-missing',
        'legal-basis-missing',
        'levels-missing',
      ]),
    );
  });
});

describe('what is odd is kept and reported', () => {
  test('a table that cannot be read stays word for word', () => {
    const text = 'Nộp tại xã, ba ngày sau nhận.';
    const odd = accept(madeUpLine({ cach_thuc_thuc_hien: text, thanh_phan_ho_so: 'Mang theo thẻ.' }));
    expect(odd.methods).toEqual([]);
    expect(odd.verbatim).toEqual({ methods: text, papers: 'Mang theo thẻ.' });
    expect(odd.problemCodes).toEqual(expect.arrayContaining(['methods-unparsed', 'papers-unparsed']));
  });

  test('a duration without a unit is not guessed, and its seam with the fee is reported', () => {
    const odd = accept(madeUpLine({ cach_thuc_thuc_hien: 'Trực tiếp120,000 VNĐTrực tuyến15150,000 VNĐ(/thẻ)' }));
    expect(odd.methods.map((method) => [method.duration, method.fees[0]?.amount])).toEqual([
      [{ text: '1', amount: null, unit: null }, 20_000],
      [{ text: '15', amount: null, unit: null }, 150_000],
    ]);
    expect(odd.problemCodes).toEqual(expect.arrayContaining(['duration-without-unit', 'duration-fee-glued']));
  });

  test('names are NFC on one line, and headings are flagged', () => {
    const odd = accept(madeUpLine({ ten_thu_tuc: 'Công bố Danh mục\nthủ tục'.normalize('NFD') }));
    expect(odd.name).toBe('Công bố Danh mục thủ tục'.normalize('NFC'));
    expect(odd.problemCodes).toEqual(expect.arrayContaining(['name-line-breaks', 'name-not-a-procedure']));
  });

  test('unknown keys and values that are no text are kept', () => {
    const odd = accept(madeUpLine({ muc_moi: { a: 1 }, linh_vuc: 7 }));
    expect(odd.verbatim).toEqual({ 'source:muc_moi': '{"a":1}' });
    expect(odd.field).toBe('7');
    expect(odd.problemCodes).toEqual(expect.arrayContaining(['unknown-key', 'value-not-text']));
  });

  test('every problem has a sentence in Vietnamese', () => {
    const parsed = parseLine(madeUpLine({ cach_thuc_thuc_hien: 'x' }));
    if ('rejected' in parsed) throw new Error('rejected');
    for (const problem of parsed.problems) expect(problem.message).toMatch(/[ạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờợụủứừữựỳỵỷỹđ]/u);
  });
});

describe('hashes', () => {
  test('do not depend on the order of keys nor on the form of accents', () => {
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(madeUpRecord).reverse()));
    expect(accept(reordered).contentHash).toBe(accept(madeUpLine()).contentHash);
    expect(accept(reordered).sourceHash).toBe(accept(madeUpLine()).sourceHash);
    expect(accept(madeUpLine().normalize('NFD')).contentHash).toBe(accept(madeUpLine()).contentHash);
  });
  test('change with the content', () => {
    expect(accept(madeUpLine({ linh_vuc: 'Khác' })).contentHash).not.toBe(accept(madeUpLine()).contentHash);
  });
});

describe('any input', () => {
  const key = fc.constantFrom(...Object.keys(madeUpRecord));
  const fragment = fc.constantFrom(
    ...[
      'Trực tiếp',
      'Miễn phí',
      '(',
      ')',
      '1 bản chính',
      '01 bản sao',
      'Bước 1:',
      '5,000 VNĐ',
      '.docx',
      '7/2020/NĐ-CP',
    ],
    ...[
      'Tên giấy tờMẫu đơn, tờ khaiSố lượng',
      'Mã: KQ.Z99.000001',
      'Từ khóa',
      'Mô tả',
      '\n',
      '- ',
      ' ',
      '\u0000',
      '\ud800',
      '3 Ngày',
    ],
  );
  const text = fc
    .array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => void parseLine(line)));
  });
  test('with a good code and name is accepted, whatever the other fields hold', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(text, fc.jsonValue())), (changes) => {
        const { ma_thu_tuc: _code, ten_thu_tuc: _name, ...others } = changes;
        const { contentHash, ...rest } = accept(madeUpLine(others));
        expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
        expect(JSON.stringify(rest)).not.toContain('\\u0000');
      }),
    );
  }, 30_000);
  test('of a bad kind is read in time that grows with its length', () => {
    const nasty = [
      '(',
      '1',
      ' \n',
      'Trực tiếp',
      '.doc',
      '1 bản chính',
      'Từ khóa',
      'Mô tả',
      'Bước 1',
      '7/2020/',
      'a,',
      '...',
    ];
    const started = performance.now();
    for (const piece of nasty) {
      const long = piece.repeat(Math.ceil(40_000 / piece.length));
      accept(
        madeUpLine(
          Object.fromEntries(
            Object.keys(madeUpRecord)
              .slice(6)
              .map((name) => [name, long]),
          ),
        ),
      );
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
