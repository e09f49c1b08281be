import { recountDossiers } from '../modules/dossiers/index.ts';
import { countDemoAccounts } from '../modules/identity/index.ts';
import { showDate, showTime, toLocal } from '../modules/units/index.ts';
import { verifyAudit } from '../platform/audit/index.ts';
import { backupHealth, backupLate } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import { homeChannel } from '../platform/messaging/index.ts';
import { stuckEvents } from '../platform/outbox/index.ts';
import type { OpenedSystem } from './database.ts';
import { withSystem } from './database.ts';
import { openFiles } from './files.ts';
import { keyUsage, needingOld } from './key/usage.ts';
import { EXIT, print } from './output.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Nothing is broken, but an operator should know. */
  readonly note?: boolean;
  readonly message: string;
}

/** `doctor`: exit 0 only when everything is clean; the summary is the last line. */
export const doctorCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async (system) => {
    const checks = await examine(system);
    const failed = checks.filter(({ ok }) => !ok).length;
    const clean = failed === 0;
    print(options, { clean, checks }, [
      ...checks.map(({ ok, note, message }) => `${note ? '•' : ok ? '✓' : '✗'} ${message}`),
      clean ? `Tất cả ${checks.length} mục đều ổn.` : `${failed} trong ${checks.length} mục cần xử lý.`,
    ]);
    return clean ? EXIT.ok : EXIT.findings;
  });

export async function examine(system: OpenedSystem): Promise<Check[]> {
  const { db } = system.database;
  return [
    await fileKey(system),
    await auditChains(system),
    await outbox(system),
    ...(await recountDossiers(db)).map(({ name, wrong, what }) => ({
      name,
      ok: wrong === 0,
      message: wrong === 0 ? `${what}: khớp khi đếm lại.` : `${what}: ${wrong} chỗ không khớp khi đếm lại.`,
    })),
    await demoAccounts(system),
    await backups(system),
    await codeChannel(system),
  ];
}

async function fileKey({ config, database }: OpenedSystem): Promise<Check> {
  try {
    const { files, keys } = await openFiles(config, database.db);
    // With one key there is nothing to count: a thing of another key would be an error, found by its use.
    const old = keys.ids.length > 1 ? needingOld(await keyUsage(database.db, files), keys.current.id) : 0;
    return old === 0
      ? { name: 'file-key', ok: true, message: 'Khoá mã hoá tệp đúng với dữ liệu.' }
      : { name: 'file-key', ok: true, note: true, message: `Còn ${old} mục cần khoá cũ: chạy “baccau key rotate”.` };
  } catch (error) {
    return { name: 'file-key', ok: false, message: (error as Error).message };
  }
}

async function auditChains({ database }: OpenedSystem): Promise<Check> {
  const { chains, entries, faults } = await verifyAudit(database.db);
  const ok = faults.length === 0;
  const message = ok
    ? `Nhật ký kiểm toán toàn vẹn (${chains} chuỗi, ${entries} mục).`
    : `Nhật ký kiểm toán có ${faults.length} chỗ sai: chạy “baccau audit verify” để xem.`;
  return { name: 'audit', ok, message };
}

async function outbox({ database }: OpenedSystem): Promise<Check> {
  const stuck = await stuckEvents(database.db);
  return {
    name: 'outbox',
    ok: stuck === 0,
    message:
      stuck === 0
        ? 'Không có tin nội bộ nào bị kẹt.'
        : `${stuck} tin nội bộ gửi mãi không được: xem bảng outbox_event, cột last_error.`,
  };
}

async function backups({ config, database }: OpenedSystem): Promise<Check> {
  const name = 'backups';
  if (!config.backups) {
    return { name, ok: true, message: 'Chưa hẹn sao lưu hằng ngày: đặt BACCAU_BACKUP_DIR (xem docs/runbook.md).' };
  }
  const { lastGood, since } = await backupHealth(database.db);
  const ok = !backupLate(systemClock.now(), lastGood && lastGood > since ? lastGood : since);
  const last = lastGood ? `bản tốt gần nhất lúc ${showInstant(lastGood)}` : 'chưa có bản nào';
  return {
    name,
    ok,
    message: ok
      ? `Sao lưu hằng ngày: ${last}.`
      : `Sao lưu hằng ngày bị chậm hơn một ngày: ${last}. Xem “/desk/admin/sao-luu”.`,
  };
}

const showInstant = (at: Date): string => {
  const { date, minutes } = toLocal(at);
  return `${showTime(minutes)}, ${showDate(date)}`;
};

async function demoAccounts({ config, database }: OpenedSystem): Promise<Check> {
  const count = config.demo ? 0 : await countDemoAccounts(database.db);
  const message =
    count === 0
      ? config.demo
        ? 'Bản chạy thử trên máy này: tài khoản mẫu được phép.'
        : 'Không có tài khoản mẫu nào.'
      : `${count} tài khoản mẫu có mật khẩu ai cũng biết trong một bản không phải chạy thử: hãy xoá ngay.`;
  return { name: 'demo-accounts', ok: count === 0, message };
}

/** Without a channel the program serves, but nobody signs in by phone: a note, not a fault. */
async function codeChannel({ config, database }: OpenedSystem): Promise<Check> {
  const row = await homeChannel(database.db);
  const set = config.demo || config.sms !== null || Boolean(row?.settings);
  const failing = row?.lastFailedAt && (!row.lastOkAt || row.lastFailedAt > row.lastOkAt);
  const message = !set
    ? 'Chưa có kênh tin nhắn: người dân chưa đăng nhập bằng điện thoại được. Đặt ở /desk/admin/kenh-tin-nhan.'
    : failing
      ? `Tin nhắn gần nhất không gửi được (${row.lastFailure}): xem /desk/admin/kenh-tin-nhan.`
      : 'Kênh tin nhắn: không có gì cần lưu ý.';
  return { name: 'code-channel', ok: true, ...((!set || failing) && { note: true }), message };
}
