import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODE_CHANNEL } from '../../src/desk/admin/code-channel/paths.ts';
import { HOURS } from '../../src/desk/admin/hours/paths.ts';
import { NEIGHBOURHOOD_IMPORT } from '../../src/desk/admin/neighbourhoods/paths.ts';
import { ADMIN } from '../../src/desk/admin/paths.ts';
import { ADMIN_PROCEDURES } from '../../src/desk/admin/procedures/paths.ts';
import { ADMIN_PROFILE } from '../../src/desk/admin/profile/paths.ts';
import { STAFF } from '../../src/desk/admin/staff/paths.ts';
import { STATES } from '../../src/modules/dossiers/model.ts';
import { type HttpGateway, httpGateway } from '../../src/platform/messaging/testing.ts';
import { DEMO_MAILBOX } from '../../src/portal/demo-mailbox/paths.ts';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll, PHONE } from './support/browser.ts';
import { launchChromium } from './support/chromium.ts';
import { type Filed, fillKhaiSinh, findAndStart, receiptOf, submit, takeResult } from './support/citizen.ts';
import { baccauWith } from './support/cli.ts';
import { MOTHER } from './support/khai-sinh.ts';
import { bringToResult, openDossier } from './support/officer.ts';
import { scannedPdf } from './support/photo.ts';
import { freePort, newDataDir, type Program, removeDataDir, startProgram } from './support/program.ts';
import { seenOn } from './support/see.ts';
import { pressButton } from './support/sign-in.ts';
import { trustedPair } from './support/tls.ts';
import { pdfQrCodes, pdfText } from './support/tools.ts';

/** An installation without any trial data, from `init` on an empty folder, over TLS. */
const dataDir = await newDataDir();
const beside = join(dataDir, '..');
mkdirSync(beside, { recursive: true });
const pair = trustedPair(join(beside, 'certificates'), ['127.0.0.1']);
const port = String(await freePort());
const origin = `https://127.0.0.1:${port}`;
const settings = {
  ...pair.env,
  BACCAU_DATA: dataDir,
  BACCAU_KEY_FILE: join(beside, 'key'),
  BACCAU_ORIGIN: origin,
  PORT: port,
};

let program: Program;
let browser: Browser;
let gateway: HttpGateway;
let admin: Page;
let officer: Page;
let citizen: Page;
let invitation = '';
let filed: Filed = { path: '', code: '' };

const visitor = async (viewport: { width: number; height: number }): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({
    baseURL: origin,
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  context.setDefaultTimeout(30_000);
  return context.newPage();
};

/** The code in the newest message to a phone, as the gateway got it. */
async function smsCode(phone: string): Promise<string> {
  const digits = `84${phone.replace(/\D/g, '').slice(1)}`;
  const sent = gateway.received.filter(({ body }) => body.includes(digits)).at(-1);
  const code = sent && /Mã (\d{6})/.exec((JSON.parse(sent.body) as { text: string }).text)?.[1];
  if (!code) throw new Error(`No code came to ${phone}`);
  return code;
}

/** Opens a one-time link, sets password and authenticator, and is at work. */
async function enter(page: Page, link: string, login: string): Promise<void> {
  await page.goto(link);
  await expectNoSidewaysScroll(page);
  const secret = ((await page.locator('.secret').textContent()) ?? '').replace(/\s/g, '');
  await page.getByLabel('Chọn tên đăng nhập').fill(login);
  await page.getByLabel('Chọn mật khẩu').fill(`mật khẩu của ${login}`);
  await page.getByLabel('Mã 6 chữ số').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await pressButton(page, 'Nhận lời mời và đăng nhập');
  expect(new URL(page.url()).pathname).toBe('/desk');
}

beforeAll(async () => {
  gateway = await httpGateway();
  browser = await launchChromium(pair.chromium);
  [admin, officer, citizen] = [await visitor(DESKTOP), await visitor(DESKTOP), await visitor(PHONE)];
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await gateway?.close();
  await removeDataDir(dataDir);
});

test('init makes the installation a real one and gives a link for its first administrator', async () => {
  const nobody = await baccauWith(settings, 'init', '--unit', '25771');
  expect(nobody.code, nobody.stderr).toBe(2);
  const ran = await baccauWith(settings, 'init', '--unit', '25771', '--admin', 'Lê Thị Quản Trị', '--json');
  expect(ran.code, ran.stderr).toBe(0);
  const made = JSON.parse(ran.stdout) as { unit: { name: string }; link: string };
  expect(made.unit.name).toBe('Phường Chánh Hiệp');
  expect(made.link.startsWith(`${origin}/desk/loi-moi/`)).toBe(true);
  invitation = made.link;
  program = await startProgram(dataDir, settings);
  expect(program.output()).not.toContain('mật khẩu chung');
});

test('nothing of the trial is there, and without a channel phone sign-in says where to go', async () => {
  expect((await fetch(`${origin}${DEMO_MAILBOX}`)).status).toBe(404);
  await citizen.goto('/dang-nhap');
  await citizen.getByLabel(/điện thoại/).fill('0901 234 567');
  await citizen.getByRole('button', { name: /mã/i }).click();
  await expect.poll(() => seenOn(citizen)).toMatch(/chưa/i);
  expect(gateway.received).toHaveLength(0);
});

test('the administrator opens the link once and sees what is to be set up', async () => {
  await enter(admin, invitation, 'quan.tri');
  await admin.goto(ADMIN);
  expect(await seenOn(admin)).toMatch(/Đã xong \d\/\d việc cần cài đặt/);
  await expectAccessible(admin);
  const stranger = await visitor(PHONE);
  expect((await stranger.goto(invitation))?.status()).toBe(410);
  await stranger.context().close();
});

test('hotline, identifier and neighbourhoods from a list', async () => {
  await admin.goto(ADMIN_PROFILE);
  await admin.getByLabel('Số đường dây nóng').fill('0274 3822 825');
  await admin.getByLabel('Mã định danh của đơn vị').fill('H29.25.771');
  await pressButton(admin, 'Lưu thông tin');
  expect(await seenOn(admin)).toContain('Đã lưu');
  await admin.goto(NEIGHBOURHOOD_IMPORT);
  const list = 'Tên khu phố, ấp;Từ ngày\nKhu phố 1;01/07/2025\nKhu phố 2;01/07/2025\nKhu phố 3;31/02/2025\n';
  await admin
    .getByLabel('Tệp danh sách')
    .setInputFiles({ name: 'khu-pho.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await pressButton(admin, 'Xem trước');
  expect(await seenOn(admin)).toContain('1 dòng có lỗi');
  await pressButton(admin, /Xác nhận ghi 2 dòng/);
  expect(await seenOn(admin)).toContain('Đã ghi xong');
});

test('the code channel: set, tried, working', async () => {
  await admin.goto(CODE_CHANNEL);
  await admin.getByLabel('Địa chỉ của cổng').fill(gateway.url);
  await admin.getByLabel('Nội dung gửi').fill('{"to":"{phone}","text":"{text}"}');
  await admin.getByLabel('Dấu hiệu gửi được').fill('"CodeResult":"100"');
  await pressButton(admin, 'Lưu cài đặt');
  await admin.getByLabel('Số điện thoại của bạn').fill('0901 000 111');
  await pressButton(admin, 'Gửi tin thử');
  expect(gateway.received.at(-1)?.body).toContain('84901000111');
  expect(await seenOn(admin)).toContain('đang hoạt động');
});

test('the procedures that the commune takes', async () => {
  await admin.goto(ADMIN_PROCEDURES);
  await admin.locator('label', { hasText: 'Nhận' }).first().click();
  await admin.locator('[name="route"]').selectOption('here');
  await admin.getByLabel('Căn cứ').fill('Quyết định công bố thử nghiệm 01/QĐ ngày 24/11/2026');
  await pressButton(admin, /Áp dụng cho tất cả/);
  expect(await seenOn(admin)).toMatch(/Đã ghi \d+ thay đổi/);
});

test('the opening hours', async () => {
  await admin.goto(HOURS);
  await admin.getByLabel('Thứ Hai', { exact: true }).fill('7:30-11:30, 13:00-16:30');
  await admin.getByLabel('Căn cứ').first().fill('Thông báo giờ làm việc 02/TB ngày 24/11/2026');
  await pressButton(admin, 'Lưu giờ làm việc');
  expect(await seenOn(admin)).toMatch(/Đã (lưu|ghi)/);
});

test('an officer is invited by a link and works', async () => {
  await admin.goto(STAFF);
  await admin.getByLabel('Họ và tên').fill('Trần Văn Một Cửa');
  await admin.locator('label', { hasText: 'Cán bộ một cửa' }).first().click();
  await pressButton(admin, 'Tạo lời mời');
  const link = await admin.locator('.link a').getAttribute('href');
  await enter(officer, link ?? '', 'mot.cua');
  await admin.goto(ADMIN);
  expect(await seenOn(admin)).toContain('Đơn vị đã cài đặt xong');
});

test('the first citizen files the first dossier with a code from the gateway', async () => {
  await citizen.context().clearCookies();
  await findAndStart(citizen, '0901 234 567', smsCode);
  await fillKhaiSinh(citizen);
  filed = await submit(citizen);
  expect(filed.code).toMatch(/^H29\.25\.771-\d{6}-0001$/);
  const receipt = await receiptOf(citizen);
  expect((await pdfText(receipt)).replace(/\s+/g, ' ')).toContain(MOTHER.name);
  expect((await pdfQrCodes(receipt))[0]).toContain(`${origin}/tra-cuu/${filed.code}`);
});

test('the officer brings it to a result, and the citizen takes it', async () => {
  await openDossier(officer, filed.code);
  await bringToResult(officer, await scannedPdf('GIAY KHAI SINH - BAN MAU'), 'Giấy khai sinh (bản mẫu)');
  expect(await seenOn(officer)).toContain(STATES[9]);
  expect(await pdfText(await takeResult(citizen, filed))).toContain('GIAY KHAI SINH - BAN MAU');
});

test('doctor finds everything in order, and no demo account', async () => {
  const examined = await baccauWith(settings, 'doctor');
  expect(examined, examined.stdout + examined.stderr).toMatchObject({ code: 0 });
  expect(examined.stdout).toContain('Không có tài khoản mẫu');
});
