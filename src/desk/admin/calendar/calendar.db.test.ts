import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../../test/support/web.ts';
import { seedUnitAndCatalogue } from '../../../modules/dossiers/testing.ts';
import { insertTestUnit } from '../../../modules/identity/testing.ts';
import { isWorkingDay, localDate, setHomeUnit, workCalendarOf } from '../../../modules/units/index.ts';
import { atDesk, words } from '../../testing.ts';
import { HOURS, HOURS_CANCEL, UNIT_DAY_CANCEL, UNIT_DAYS } from '../hours/paths.ts';
import { ADMIN } from '../paths.ts';
import { CALENDAR, CALENDAR_PREVIEW, yearPath } from './paths.ts';

const web = await testWeb('2026-11-24T03:00:00Z');
const { db, clock, statements } = web;
const OTHER = 'u-other-25747';
let unitId = '';
let admin: Awaited<ReturnType<typeof atDesk>>;
let stranger: Awaited<ReturnType<typeof atDesk>>;

beforeAll(async () => {
  unitId = await seedUnitAndCatalogue(db);
  await setHomeUnit(db, unitId);
  await insertTestUnit(db, OTHER, 'Phường Khác');
  admin = await atDesk(web, 'quantri', { unitId, role: 'admin' });
  stranger = await atDesk(web, 'quantri2', { unitId: OTHER, role: 'admin' });
});

const working = async (day: string, unit = unitId) =>
  isWorkingDay(await workCalendarOf(db, unit, clock.now()), localDate(day));
const seen = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
const audits = async (act: string) =>
  (
    await sql<{ n: number }>`select count(*) as n from audit_entry where unit_id = ${unitId} and act = ${act}`.execute(
      db,
    )
  ).rows[0]?.n;

const YEAR_2027 = {
  year: '2027',
  'tet-from': '05/02/2027',
  'tet-to': '9/2/2027',
  adjacent: '03/09/2027',
  'swap-1-off': '',
  'swap-1-work': '',
  source: 'Văn bản 100/VPCP-KGVX ngày 05/11/2026',
};

describe('the yearly decision', () => {
  it('shows a year with the reason of each day, in one statement once the calendar is at hand', async () => {
    await admin.get(yearPath(2026));
    const before = statements.count;
    const { status, html } = await admin.get(yearPath(2026));
    expect(status).toBe(200);
    // The session's look-up is one.
    expect(statements.count - before).toBeLessThanOrEqual(3);
    for (const part of ['thứ Hai 31/08/2026', 'Nghỉ hoán đổi', 'Làm bù 31/08/2026', 'Nghị quyết 28/2026/QH16'])
      expect(words(html)).toContain(part);
    expect(words((await admin.get(yearPath(2027))).html)).toContain('còn ngày tạm tính');
  });

  it('previews what would change, writes nothing, then records it with its audit', async () => {
    const form = { ...YEAR_2027, seen: seen((await admin.get(yearPath(2027))).html) };
    const wrong = await admin.post(CALENDAR_PREVIEW, { ...form, 'tet-to': '10/2/2027', source: '' });
    expect(wrong.status).toBe(422);
    expect(words(wrong.html)).toContain('Tết Nguyên đán nghỉ 5 ngày');
    expect(wrong.html).toContain('value="10/2/2027"');

    const preview = await admin.post(CALENDAR_PREVIEW, form);
    expect(preview.status).toBe(200);
    expect(words(preview.html)).toContain('thứ Năm 04/02/2027 Thành ngày làm việc');
    expect(words(preview.html)).toContain('Không có hồ sơ đang giải quyết nào');
    expect(await working('2027-02-04')).toBe(false);

    const saved = await admin.post(CALENDAR, form);
    expect([saved.status, saved.location]).toEqual([303, `${yearPath(2027)}&xong=1`]);
    // 6 and 7 February are a weekend and made up on the 10th and 11th.
    expect(await Promise.all(['04', '05', '10', '11', '12'].map((day) => working(`2027-02-${day}`)))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(words((await admin.get(yearPath(2027))).html)).not.toContain('còn ngày tạm tính');
    expect(await audits('calendar.decided')).toBe(1);
  });

  it('supersedes a correction, keeps what was, and refuses a stale page and no change', async () => {
    const { html } = await admin.get(yearPath(2027));
    const form = { ...YEAR_2027, seen: seen(html), source: 'Văn bản 101/VPCP-KGVX ngày 06/11/2026' };
    const swap = { ...form, 'swap-1-off': '30/08/2027', 'swap-1-work': '21/08/2027' };
    expect((await admin.post(CALENDAR, form)).status).toBe(422);
    expect((await admin.post(CALENDAR, swap)).status).toBe(303);
    expect([await working('2027-08-30'), await working('2027-08-21')]).toEqual([false, true]);
    const stale = await admin.post(CALENDAR, { ...swap, 'swap-1-work': '28/08/2027' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="28/08/2027"');
    const again = seen((await admin.get(yearPath(2027))).html);
    expect((await admin.post(CALENDAR, { ...form, seen: again })).status).toBe(303);
    const after = words((await admin.get(yearPath(2027))).html);
    expect(after).toContain('Nghỉ 30/08/2027, làm bù 21/08/2027 Đã bỏ');
    expect(await working('2027-08-30')).toBe(true);
  });

  it('is kept by the unit of the installation; others see it', async () => {
    const { status, html } = await stranger.get(yearPath(2027));
    expect(status).toBe(200);
    expect(html).not.toContain('name="tet-from"');
    const forged = { ...YEAR_2027, adjacent: '01/09/2027', seen: seen((await admin.get(yearPath(2027))).html) };
    expect((await stranger.post(CALENDAR, forged)).status).toBe(409);
    expect(await working('2027-09-01')).toBe(true);
  });

  it('tells how many dossiers keep their date, and which now fall on a day off', async () => {
    await sql`insert into dossier (unit_id, dossier_id, body_hash, code, local_date, day_number, secret_hash, secret_sealed,
      handling_unit, procedure_code, procedure_name, revision_id, state, channel, account_id, applicant_name, applicant_phone,
      subject_name, answers, duration_text, submitted_at, due_at, updated_at)
      select ${unitId}, gen_random_uuid(), 'x', 'T-' || n, '2026-11-24', 100 + n, '\\x00', 'x', ${unitId}, '1.000001', 'Thử',
        gen_random_uuid(), 4, 2, gen_random_uuid(), 'Người Thử', '+84900000000', 'Người Thử', '{}', '30 ngày', now(),
        ('2027-04-' || (28 + n) || ' 17:00+07')::timestamptz, now() from generate_series(0, 1) n`.execute(db);
    const form = { ...YEAR_2027, seen: seen((await admin.get(yearPath(2027))).html) };
    const { html } = await admin.post(CALENDAR_PREVIEW, {
      ...form,
      'swap-1-off': '29/04/2027',
      'swap-1-work': '24/04/2027',
    });
    expect(words(html)).toContain('2 hồ sơ đang giải quyết hẹn trả');
    expect(words(html)).toContain('1 hồ sơ hẹn trả ngày 29/04/2027, nay thành ngày nghỉ');
  });
});

describe('the hours of a unit', () => {
  const BOTH = '7:30-11:30, 13:00-17:00';
  const week = {
    'day-1': BOTH,
    'day-2': BOTH,
    'day-3': BOTH,
    'day-4': BOTH,
    'day-5': BOTH,
    'day-6': '8h-11h',
    'day-0': '',
  };
  const form = { ...week, from: '01/12/2026', source: 'Thông báo 12/TB-UBND ngày 20/11/2026' };

  it('are dated entries; one to come can be taken back; the other unit is not touched', async () => {
    expect(words((await admin.get(ADMIN)).html)).toContain('Đang dùng giờ mặc định');
    const wrong = await admin.post(HOURS, { ...form, 'day-3': 'sáng', from: '1/1/2020' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="sáng"');
    expect((await admin.post(HOURS, form)).status).toBe(303);
    expect([await working('2026-11-28'), await working('2026-12-05'), await working('2026-12-05', OTHER)]).toEqual([
      false,
      true,
      false,
    ]);
    expect((await stranger.post(HOURS_CANCEL, { date: '2026-12-01' })).status).toBe(409);
    expect((await admin.post(HOURS_CANCEL, { date: '2026-12-01' })).status).toBe(303);
    expect(await working('2026-12-05')).toBe(false);
    expect((await admin.post(HOURS_CANCEL, { date: '2026-12-01' })).status).toBe(409);
    expect([await audits('unit.hours-set'), await audits('unit.hours-withdrawn')]).toEqual([1, 1]);
  });

  it('knows extra reception that counts nothing, and closings of its own', async () => {
    const extra = {
      day: '12/12/2026',
      kind: 'extra-reception',
      name: 'Ngày thứ bảy thân thiện',
      hours: '7:30-11:00',
      source: '',
    };
    expect((await admin.post(UNIT_DAYS, { ...extra, day: '14/12/2026' })).status).toBe(422);
    expect((await admin.post(UNIT_DAYS, extra)).status).toBe(303);
    expect(await working('2026-12-12')).toBe(false);
    const closing = {
      ...extra,
      day: '14/12/2026',
      kind: 'unit-closing',
      name: 'Dời trụ sở',
      hours: '',
      source: 'Thông báo 15 ngày 20/11/2026',
    };
    expect((await admin.post(UNIT_DAYS, closing)).status).toBe(303);
    expect(await working('2026-12-14')).toBe(false);
    const { body } = await web.app.inject('/api/v1/units/25771/calendar?year=2026');
    expect(JSON.parse(body).days).toContainEqual(
      expect.objectContaining({ date: '2026-12-12', kind: 'extra-reception', isWorkingDay: false }),
    );
    expect((await admin.post(UNIT_DAY_CANCEL, { date: '2026-12-14' })).status).toBe(303);
    expect(await working('2026-12-14')).toBe(true);
    expect(words((await admin.get(HOURS)).html)).toContain('Đã thay hoặc bỏ');
  });

  it('are for administrators only', async () => {
    const officer = await atDesk(web, 'canbo', { unitId, role: 'officer' });
    for (const path of [HOURS, CALENDAR]) expect((await officer.get(path)).status).toBe(403);
    expect((await officer.post(HOURS, form)).status).toBe(403);
  });
});
