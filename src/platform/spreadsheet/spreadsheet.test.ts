import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problem.ts';
import { type ColumnSpec, listOf, readSheet, SHEET_LIMITS, writeTemplate } from './index.ts';

const COLUMNS: readonly ColumnSpec<'name' | 'from'>[] = [
  { field: 'name', headings: ['Tên khu phố', 'Tên'], required: true },
  { field: 'from', headings: ['Từ ngày'], required: false },
];
const read = async (name: string, bytes: Buffer | string, limits = SHEET_LIMITS) => {
  const rows = listOf(await readSheet({ name, bytes: Buffer.from(bytes) }, limits), COLUMNS);
  return isRefusal(rows) ? rows.refused : rows.map(({ line, values }) => [line, values.name?.text, values.from?.text]);
};

/** A zip file by hand, so that it may also lie. */
function zip(parts: Record<string, string>, lie: { size?: number } = {}): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [raw, label] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(raw), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(lie.size ?? raw.length, 22);
    head.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 10, 8, 30);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(head, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const BOOK = {
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
};
const sheet = (rows: string) => ({
  ...BOOK,
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${text('A1', 'TÊN KHU PHỐ')}</row>`;

describe('a list in a file', () => {
  it('reads back the template that we give out', async () => {
    const bytes = await writeTemplate(COLUMNS, [
      ['Khu phố 1', '01/07/2025'],
      ['Ấp Bàu Sen', ''],
    ]);
    expect(await read('danh-sach.xlsx', bytes)).toEqual([
      [2, 'Khu phố 1', '01/07/2025'],
      [3, 'Ấp Bàu Sen', ''],
    ]);
  });

  it('finds headings below a title, without accents, in any order', async () => {
    const csv = 'DANH SÁCH KHU PHỐ;;\n;;\nSTT;tu ngay;TEN KHU PHO (*)\n1;1/7/2025;Khu phố 1\n\n2;;Khu phố 2\n';
    expect(await read('a.csv', csv)).toEqual([
      [4, 'Khu phố 1', '1/7/2025'],
      [6, 'Khu phố 2', ''],
    ]);
  });

  it('takes CSV with a mark, with commas, and what Excel calls Unicode text', async () => {
    expect(await read('a.csv', '\ufeffTên,Từ ngày\n"Khu phố ""A""",\n')).toEqual([[2, 'Khu phố "A"', '']]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Tên\tTừ ngày\r\nẤp Đông\t\r\n', 'utf16le')]);
    expect(await read('a.txt', utf16)).toEqual([[2, 'Ấp Đông', '']]);
  });

  it('reads shared texts, rich texts, numbers, and knows a formula when it sees one', async () => {
    const bytes = zip({
      ...sheet(
        `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>
         <row r="5"><c r="B5" t="s"><v>2</v></c><c r="D5"><v>45839</v></c></row>
         <row r="6"><c r="B6" t="str"><f>CONCAT("Khu phố ",6)</f><v>Khu phố 6</v></c></row>`,
      ),
      'xl/sharedStrings.xml':
        '<sst><si><t>Tên</t></si><si><t>Từ ngày</t></si><si><r><t>Khu </t></r><r><t>phố 5</t></r><rPh><t>x</t></rPh></si></sst>',
    });
    expect(await read('a.xlsx', bytes)).toEqual([
      [5, 'Khu phố 5', '45839'],
      [6, 'Khu phố 6', undefined],
    ]);
    const rows = listOf(await readSheet({ name: 'a.xlsx', bytes }), COLUMNS);
    expect(isRefusal(rows) ? [] : rows.map(({ values }) => values.name?.formula)).toEqual([false, true]);
  });
});

describe('hostile or mistaken files', () => {
  it.each([
    ['nothing', 'a.xlsx', '', 'missing'],
    ['a picture', 'a.xlsx', '\x89PNG\r\n\x1a\n0000', 'not-a-sheet'],
    ['a text file that calls itself xlsx', 'a.xlsx', 'Tên\nKhu phố 1', 'not-a-sheet'],
    ['another zip file', 'a.xlsx', zip({ 'word/document.xml': '<a/>' }), 'not-a-sheet'],
    ['an old or locked workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-locked'],
    ['macros', 'a.xlsm', zip({ ...sheet(HEAD), 'xl/vbaProject.bin': 'x' }), 'macros'],
    ['a broken zip file', 'a.xlsx', zip(sheet(HEAD)).subarray(0, 300), 'unreadable'],
    ['broken XML', 'a.xlsx', zip(sheet('<row><c></row>')), 'unreadable'],
    ['wrong headings', 'a.csv', 'Họ tên;Số nhà\nA;1', 'headings'],
    ['headings alone', 'a.csv', 'Tên;Từ ngày\n;\n', 'empty'],
    ['an old encoding', 'a.csv', Buffer.from([0x54, 0xea, 0x6e, 0x0a, 0x41]), 'encoding'],
    ['bytes that call themselves CSV', 'a.csv', Buffer.from([0x41, 0x00, 0xff, 0x0a]), 'not-a-sheet'],
  ])('%s', async (_what, name, bytes, code) => {
    expect(await read(name, bytes)).toBe(`spreadsheet.${code}`);
  });

  it('expands no entities of the file and opens nothing outside', async () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const bytes = zip({ ...sheet(HEAD), 'xl/worksheets/sheet1.xml': `${evil}<worksheet>&a;&b;</worksheet>` });
    expect(await read('a.xlsx', bytes)).toBe('spreadsheet.unreadable');
  });

  it('stops at a million rows after the first few thousand', async () => {
    const rows = `${HEAD}${`<row>${text('A1', 'x')}</row>`.repeat(1_000_000)}`;
    const bytes = zip(sheet(rows));
    expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
    expect(await read('a.xlsx', bytes)).toBe('spreadsheet.too-many-rows');
    expect(await read('a.csv', `Tên\n${'x\n'.repeat(6000)}`)).toBe('spreadsheet.too-many-rows');
  }, 20_000);

  it('stops at a zip bomb, also when it lies about its size', async () => {
    const bomb = { ...sheet(HEAD), 'xl/sharedStrings.xml': `<sst>${' '.repeat(40 * 1024 * 1024)}</sst>` };
    expect(await read('a.xlsx', zip(bomb))).toBe('spreadsheet.unpacks-too-large');
    const refused = await read('a.xlsx', zip(bomb, { size: 100 }));
    expect(['spreadsheet.unpacks-too-large', 'spreadsheet.unreadable']).toContain(refused);
  }, 20_000);
});
