import type { Role, StaffAt, StaffRolePeriod } from '../../../modules/identity/index.ts';

/** What each role is for, beside its name. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  admin: 'Cài đặt đơn vị, mời cán bộ. Không xem hồ sơ của dân.',
  leader: 'Xem hồ sơ, trả kết quả, hỗ trợ người dân, xem số liệu.',
  officer: 'Tiếp nhận và xử lý hồ sơ, hỗ trợ người dân.',
  helper: 'Tổ phản ứng nhanh, thanh niên tình nguyện: hỗ trợ người dân.',
  auditor: 'Chỉ đọc nhật ký và số liệu.',
};

const show = (date: string): string => date.split('-').reverse().join('/');

/** `từ 01/07/2026 đến hết 31/12/2026`; ends are exclusive in the data and inclusive for people. */
export function periodWords({ validFrom, validTo }: Pick<StaffRolePeriod, 'validFrom' | 'validTo'>): string {
  return validTo ? `từ ${show(validFrom)} đến trước ${show(validTo)}` : `từ ${show(validFrom)}`;
}

export const runs = ({ validFrom, validTo }: StaffRolePeriod, today: string): boolean =>
  validFrom <= today && (validTo === null || validTo > today);

/** Roles that run today or will. */
export const present = (person: StaffAt, today: string): readonly StaffRolePeriod[] =>
  person.roles.filter(({ validTo, validFrom }) => (validTo === null || validTo > today) && validTo !== validFrom);

export type StaffState = 'active' | 'disabled' | 'no-role';

export const stateOf = (person: StaffAt, today: string): StaffState =>
  person.disabledAt ? 'disabled' : person.roles.some((role) => runs(role, today)) ? 'active' : 'no-role';

export const STATE_LABELS: Readonly<Record<StaffState, string>> = {
  active: 'Đang làm việc',
  disabled: 'Đã khoá',
  'no-role': 'Chưa có vai trò hôm nay',
};

export const DONE: Readonly<Record<string, string>> = {
  'vai-tro': 'Đã giao vai trò.',
  'ket-thuc-vai-tro': 'Đã kết thúc vai trò từ hôm nay.',
  khoa: 'Đã khoá. Mọi phiên đang mở của người này đã thoát ra.',
  'mo-khoa': 'Đã mở khoá.',
  huy: 'Đã huỷ lời mời. Liên kết cũ không dùng được nữa.',
};
