import type { DataFacts } from '../../../platform/jobs/index.ts';
import type { MachineFacts } from '../../../platform/machine.ts';
import type { ProgramStamp } from '../../../platform/program.ts';
import { showWhen } from '../../when.ts';
import { backupState } from '../backups/state-rules.ts';
import type { OperationRow } from './row.ts';
import { gigabytes, spanText } from './text.ts';

const GB = 1024 ** 3;

/** News between the parts of the program: a citizen's message, a helper's log. It leaves within seconds. */
export function newsRow({ oldestNews, stuckNews }: DataFacts, now: Date): OperationRow {
  const row = { key: 'news', label: 'Tin chờ gửi nội bộ' };
  if (stuckNews > 0) {
    const todo = 'Báo người quản trị máy chủ chạy npx baccau doctor và làm theo sổ tay vận hành.';
    return { ...row, state: 'bad', now: `${stuckNews} tin gửi nhiều lần không được.`, todo };
  }
  const seconds = oldestNews ? (now.getTime() - oldestNews.getTime()) / 1000 : 0;
  if (seconds < 60) return { ...row, state: 'good', now: 'Không có tin nào chờ lâu.', todo: '' };
  const text = `Tin cũ nhất đã chờ ${spanText(seconds)}.`;
  return seconds < 600
    ? { ...row, state: 'warn', now: text, todo: 'Chờ vài phút rồi xem lại trang này.' }
    : { ...row, state: 'bad', now: text, todo: 'Báo người quản trị máy chủ khởi động lại và xem nhật ký.' };
}

export function backupRow({ lastGoodBackup, since }: DataFacts, configured: boolean, now: Date): OperationRow {
  const row = { key: 'backup', label: 'Bản sao lưu tốt gần nhất' };
  const last = lastGoodBackup ? `${showWhen(lastGoodBackup)}.` : 'Chưa có bản nào.';
  switch (backupState({ configured, lastGood: lastGoodBackup, since }, now)) {
    case 'good':
      return { ...row, state: 'good', now: last, todo: '' };
    case 'waiting':
      return { ...row, state: 'warn', now: last, todo: 'Bản đầu tiên có trong một ngày. Xem lại ở trang Sao lưu.' };
    case 'late':
      return { ...row, state: 'bad', now: last, todo: 'Chậm hơn một ngày. Xem lỗi ở trang Sao lưu.' };
    case 'off':
      return {
        ...row,
        state: 'bad',
        now: `${last} Chưa hẹn sao lưu hằng ngày.`,
        todo: 'Xem cách bật ở trang Sao lưu.',
      };
  }
}

/** An old key stays in the key file until `key retire` has seen that nothing needs it. */
export function keyRow(keyCount: number): OperationRow {
  const row = { key: 'key', label: 'Khoá mã hoá' };
  if (keyCount <= 1) return { ...row, state: 'good', now: 'Chỉ có khoá đang dùng.', todo: '' };
  const todo = 'Việc đổi khoá chưa xong: trên máy chủ, chạy npx baccau key rotate, rồi npx baccau key retire.';
  return { ...row, state: 'warn', now: `Còn ${keyCount - 1} khoá cũ trong tệp khoá.`, todo };
}

/** Photos of papers are the bulk: a gigabyte is a few hundred dossiers. */
export function diskRow(disk: MachineFacts['disk']): OperationRow {
  const row = { key: 'disk', label: 'Đĩa chứa dữ liệu' };
  if (!disk) return { ...row, state: 'warn', now: 'Không đọc được.', todo: 'Báo người quản trị máy chủ xem ổ đĩa.' };
  const text = `Còn trống ${gigabytes(disk.free)} trong ${gigabytes(disk.total)}.`;
  if (disk.free < GB) return { ...row, state: 'bad', now: text, todo: 'Sắp đầy: dọn đĩa hoặc thêm đĩa ngay hôm nay.' };
  if (disk.free < 5 * GB || disk.free < disk.total / 10) {
    return { ...row, state: 'warn', now: text, todo: 'Dọn đĩa hoặc thêm đĩa trong tuần này.' };
  }
  return { ...row, state: 'good', now: text, todo: '' };
}

export function memoryRow({ free, total, ours }: MachineFacts['memory']): OperationRow {
  const row = { key: 'memory', label: 'Bộ nhớ' };
  const text = `Còn ${gigabytes(free)} trong ${gigabytes(total)}; chương trình dùng ${gigabytes(ours)}.`;
  if (free > total / 10) return { ...row, state: 'good', now: text, todo: '' };
  const state = free > total / 20 ? 'warn' : 'bad';
  return { ...row, state, now: text, todo: 'Tắt bớt chương trình khác trên máy chủ, hoặc thêm bộ nhớ.' };
}

export function versionRows(at: { program: ProgramStamp; node: string; postgres: string; uptime: number }) {
  const { version, commit } = at.program;
  const fact = (key: string, label: string, now: string): OperationRow => ({
    key,
    label,
    state: 'fact',
    now,
    todo: '',
  });
  return [
    fact('uptime', 'Chạy liên tục', spanText(at.uptime)),
    fact('program', 'Phiên bản Bắc Cầu', commit ? `${version} (${commit})` : version),
    fact('node', 'Node.js', at.node),
    fact('postgres', 'PostgreSQL', at.postgres),
  ];
}
