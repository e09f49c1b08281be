import { expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { insertTestUnit, PASSWORD } from '../../../modules/identity/testing.ts';
import { totpCode } from '../../../modules/identity/totp.ts';
import { newId } from '../../../platform/ids.ts';
import { browser } from '../../../portal/filings/testing.ts';
import { atDesk, words } from '../../testing.ts';

const NOW = '2026-11-24T09:00:00+07:00';
const web = await testWeb(NOW);
await insertTestUnit(web.db, 'unit-a', 'Phường An Thử');
await insertTestUnit(web.db, 'unit-b', 'Phường Bình Thử');
const admin = await atDesk(web, 'quan.tri', { unitId: 'unit-a', role: 'admin' });
const step = Math.floor(Date.parse(NOW) / 30_000);

const invite = (more: Record<string, string> = {}) =>
  admin.post('/desk/admin/can-bo/loi-moi', {
    key: newId(),
    fullName: 'Trần Văn Thử',
    phone: '',
    roles: 'officer',
    validFrom: '2026-11-24',
    validTo: '',
    ...more,
  });

it('invites by a link and a QR code, and the invited person works at once', async () => {
  const asked = await invite();
  expect(asked.status).toBe(303);
  const slip = await admin.get(asked.location ?? '');
  expect(words(slip.html)).toContain('Lời mời cho Trần Văn Thử');
  expect(slip.html).toContain('data:image/svg+xml;base64,');
  const path = /\/desk\/loi-moi\/[\w-]{43}/.exec(slip.html)?.[0] ?? '';
  const visitor = browser(web);
  const page = await visitor.get(path);
  expect(words(page.html)).toContain('Phường An Thử mời bạn');
  const secret = (/class="secret[^"]*">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? '').replaceAll(' ', '');
  const wrong = await visitor.post(path, { login: 'van.thu', password: 'ngắn', code: '1' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="van.thu"');
  expect(words(wrong.html)).toContain('Mật khẩu phải dài từ 10 đến 128 ký tự');
  const entered = await visitor.post(path, { login: 'van.thu', password: PASSWORD, code: totpCode(secret, step) });
  expect(entered.location).toBe('/desk');
  expect(words((await visitor.get('/desk')).html)).toContain('Trần Văn Thử');
  expect((await browser(web).get(path)).status).toBe(410);
  const list = words((await admin.get('/desk/admin/can-bo')).html);
  expect(list).toContain('van.thu');
  expect(list).not.toContain('Lời mời đang chờ');
});

it('says what is wrong with each box and keeps what was typed', async () => {
  const answer = await invite({ fullName: '', phone: '123', roles: '', validFrom: '2026-13-01' });
  expect(answer.status).toBe(422);
  const said = words(answer.html);
  for (const part of ['Chưa ghi họ và tên', 'chữ số', 'Chưa chọn vai trò', 'Ngày bắt đầu và ngày kết thúc']) {
    expect(said).toContain(part);
  }
  expect(answer.html).toContain('value="123"');
});

it('shows and changes nobody of another unit, and nothing to other roles', async () => {
  const other = await atDesk(web, 'b.can.bo', { unitId: 'unit-b', role: 'officer' });
  for (const path of [`/desk/admin/can-bo/${other.staffId}`, `/desk/admin/can-bo/loi-moi/${newId()}`]) {
    expect((await admin.get(path)).status).toBeGreaterThanOrEqual(404);
  }
  for (const act of ['khoa', 'vai-tro', 'dat-lai', 'ket-thuc-vai-tro', 'mo-khoa']) {
    const forged = { key: newId(), role: 'admin', validFrom: '2026-11-24', validTo: '', unitId: 'unit-b' };
    expect((await admin.post(`/desk/admin/can-bo/${other.staffId}/${act}`, forged)).status).toBe(404);
  }
  expect((await other.get('/desk/admin')).status).toBe(403);
  expect((await other.get('/desk/admin/can-bo')).status).toBe(403);
  expect((await other.post('/desk/admin/can-bo/loi-moi', { key: newId() })).status).toBe(403);
});

it('locks a person out at once and lets them in again', async () => {
  const person = await atDesk(web, 'bi.khoa', { unitId: 'unit-a', role: 'helper' });
  expect((await admin.post(`/desk/admin/can-bo/${person.staffId}/khoa`, {})).status).toBe(303);
  expect((await person.get('/desk')).location).toContain('/desk/dang-nhap');
  expect(words((await admin.get(`/desk/admin/can-bo/${person.staffId}`)).html)).toContain('Đã khoá');
  expect((await admin.post(`/desk/admin/can-bo/${person.staffId}/mo-khoa`, {})).status).toBe(303);
  const self = await admin.post(`/desk/admin/can-bo/${admin.staffId}/khoa`, {});
  expect(self.status).toBe(409);
  expect(words(self.html)).toContain('Bạn không tự khoá');
});

it('spends one statement on the list beside the session', async () => {
  web.statements.count = 0;
  await admin.get('/desk/admin/can-bo');
  expect(web.statements.count).toBeLessThanOrEqual(2);
});

it('leads there from the administration, with a line of the checklist', async () => {
  const home = await admin.get('/desk/admin');
  expect(words(home.html)).toContain('Cán bộ và vai trò');
  expect(home.html).toContain('href="/desk/admin/can-bo"');
});

it('answers the same people by the API, to administrators only', async () => {
  const answer = await admin.get('/api/v1/staff');
  expect(answer.status).toBe(200);
  const { items } = JSON.parse(answer.html) as { items: { login: string; roles: { role: string }[] }[] };
  expect(items.map(({ login }) => login)).toContain('quan.tri');
  expect(items.map(({ login }) => login)).not.toContain('b.can.bo');
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['disabled', 'fullName', 'login', 'roles', 'staffId']);
  const officer = await atDesk(web, 'api.can.bo', { unitId: 'unit-a', role: 'officer' });
  expect((await officer.get('/api/v1/staff')).status).toBe(403);
  expect((await browser(web).get('/api/v1/staff')).status).toBe(401);
});
