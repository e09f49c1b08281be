import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { cleanUp } from '../../../clean-up.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { newId } from '../../../platform/ids.ts';
import { atDesk, words } from '../../testing.ts';
import { NEIGHBOURHOOD_IMPORT, NEIGHBOURHOODS, neighbourhoodPath, renamePath } from './paths.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const { db, app } = web;
let unitId = '';
let admin: Awaited<ReturnType<typeof atDesk>>;

beforeAll(async () => {
  unitId = await seedUnitAndCatalogue(db);
  await insertTestUnit(db, 'u-other-25747', 'Phường Khác');
  admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
});

const day = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'day-day': day, 'day-month': month, 'day-year': year };
};
const add = (name: string, date = '2025-07-01', key = newId()) =>
  admin.post(NEIGHBOURHOODS, { key, name, ...day(date) });
const names = async (date?: string) => {
  const answer = await app.inject(`/api/v1/neighbourhoods?unit=25771${date ? `&date=${date}` : ''}`);
  return answer.json().items.map(({ name }: { name: string }) => name);
};

describe('neighbourhoods by hand', () => {
  it('adds, refuses what is wrong beside its field, and adds a form sent twice once', async () => {
    const key = newId();
    expect((await add('Khu phố 10', '2025-07-01', key)).status).toBe(303);
    expect((await add('Khu phố 10', '2025-07-01', key)).status).toBe(303);
    expect((await add('Khu phố 2')).status).toBe(303);
    const again = await add('khu phố 2');
    expect(again.status).toBe(409);
    expect(words(again.html)).toContain('Đã có “khu phố 2”');
    expect(again.html).toContain('value="khu phố 2"');
    expect((await add('3')).status).toBe(422);
    expect(words((await add('Khu phố 3', '2025-02-31')).html)).toContain('không có thật');
    expect(await names()).toEqual(['Khu phố 2', 'Khu phố 10']);
  });

  it('renames from a day on and ends, within the budget of statements', async () => {
    await add('Khu phố 4');
    const page = await admin.get(NEIGHBOURHOODS);
    // Session, list.
    expect(page.statements).toBeLessThanOrEqual(3);
    const id = /khu-pho\/([0-9a-f-]{36})">Khu phố 4</.exec(page.html)?.[1] ?? '';
    const renamed = await admin.post(renamePath(id), { name: 'Khu phố Hòa Bình', ...day('2027-01-01') });
    expect(renamed.status).toBe(303);
    expect(await names('2026-12-31')).toContain('Khu phố 4');
    expect(await names('2027-01-01')).toContain('Khu phố Hòa Bình');
    expect(words((await admin.get(NEIGHBOURHOODS)).html)).toContain(
      'Đổi tên thành “Khu phố Hòa Bình” từ ngày 01/01/2027',
    );
    expect((await admin.post(renamePath(id), { name: 'Khu phố X', ...day('2026-01-01') })).status).toBe(422);
    const ended = await admin.post(`${neighbourhoodPath(id)}/ket-thuc`, day('2028-01-01'));
    expect(ended.status).toBe(303);
    expect(await names('2028-01-01')).not.toContain('Khu phố Hòa Bình');
  });

  it('belongs to the administrator’s own unit', async () => {
    const other = await atDesk(web, 'quantri-khac', { unitId: 'u-other-25747', role: 'admin' });
    const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
    const [{ neighbourhoodId }] = (await app.inject('/api/v1/neighbourhoods?unit=25771')).json().items;
    expect((await other.get(neighbourhoodPath(neighbourhoodId))).status).toBe(404);
    expect((await other.post(renamePath(neighbourhoodId), { name: 'Của tôi', ...day('2026-12-01') })).status).toBe(404);
    expect((await officer.get(NEIGHBOURHOODS)).status).toBe(403);
    expect(await names()).not.toContain('Của tôi');
  });
});

describe('neighbourhoods from a file', () => {
  const send = (name: string, bytes: Buffer | string, who = admin) =>
    who.upload(NEIGHBOURHOOD_IMPORT, {}, [{ field: 'file', name, bytes: Buffer.from(bytes) }]);
  const kept = async () =>
    Number((await sql<{ n: string }>`select count(*) as n from import_preview`.execute(db)).rows[0]?.n);

  it('shows every row first, writes once, and changes nothing when the file comes again', async () => {
    const csv = 'Tên;Từ ngày\nẤp Một;1/7/2025\nKhu phố 2;\nẤp Hai;hôm qua\n<script>;\nẤp Ba;\n';
    const sent = await send('khu-pho.csv', csv);
    expect(sent.status).toBe(303);
    const preview = await admin.get(sent.location);
    expect(preview.statements).toBeLessThanOrEqual(3);
    expect(words(preview.html)).toContain('3 dòng thêm mới, 0 dòng thay đổi, 1 dòng không đổi, 1 dòng có lỗi');
    expect(preview.html).not.toContain('<script>;');
    expect(await names()).not.toContain('Ấp Một');
    expect((await admin.post(sent.location)).status).toBe(303);
    expect((await admin.post(sent.location)).status).toBe(303);
    expect((await names()).filter((name: string) => name.startsWith('Ấp'))).toEqual(['Ấp Ba', 'Ấp Một']);
    const after = await admin.get(sent.location);
    expect(words(after.html)).toContain('Đã ghi xong');
    const again = await send('khu-pho.csv', csv);
    expect(words((await admin.get(again.location)).html)).toContain('Không có dòng nào để ghi');
  });

  it('gives a template that it reads itself', async () => {
    const template = await admin.get(`${NEIGHBOURHOOD_IMPORT}/mau.xlsx`);
    expect(template.headers['content-type']).toContain('spreadsheetml');
    const sent = await send('mau.xlsx', template.bytes);
    expect(words((await admin.get(sent.location)).html)).toContain('Ấp Bàu Sen');
  });

  it('keeps the rows sealed, for their sender alone, for an hour', async () => {
    const sent = await send('a.csv', 'Tên\nẤp Bí Mật\n');
    const { rows } = await sql<{
      all: string;
    }>`select coalesce(string_agg(p::text, ' '), '') as all from import_preview p`.execute(db);
    expect(rows[0]?.all).not.toContain('Bí Mật');
    const other = await atDesk(web, 'quantri2', { unitId, role: 'admin' });
    expect((await other.get(sent.location)).status).toBe(410);
    expect((await other.post(sent.location)).status).toBe(410);
    await cleanUp(db, new Date('2026-11-24T04:30:00Z'));
    expect(await kept()).toBe(0);
    expect((await admin.post(sent.location)).status).toBe(410);
    expect(await names()).not.toContain('Ấp Bí Mật');
  });

  it.each([
    ['no file', '', Buffer.alloc(0), 422, 'Bạn chưa chọn tệp'],
    ['a picture', 'anh.xlsx', Buffer.from('\x89PNG\r\n'), 422, 'không phải là bảng tính'],
    ['too much', 'to.xlsx', Buffer.alloc(100 * 1024 * 1024, 'PK'), 413, 'Tệp lớn hơn 2 MB'],
    ['wrong headings', 'a.csv', Buffer.from('Họ;Tuổi\nA;1\n'), 422, 'Không thấy dòng tiêu đề'],
  ])('refuses %s in words and keeps nothing', async (_what, name, bytes, status, sentence) => {
    const before = await kept();
    const answer = await send(name, bytes);
    expect(answer.status).toBe(status);
    expect(words(answer.html)).toContain(sentence);
    expect(await kept()).toBe(before);
  });
});
