import { ADMIN } from '../paths.ts';

export const LEAVE = `${ADMIN}/vang-mat`;

/** Called with `:leaveId` they give route patterns. */
export const leavePath = (leaveId: string): string => `${LEAVE}/${leaveId}`;
export const cancelPath = (leaveId: string): string => `${leavePath(leaveId)}/huy`;
export const substitutePath = (leaveId: string): string => `${leavePath(leaveId)}/lam-thay`;
export const endPath = (leaveId: string, substitutionId: string): string =>
  `${substitutePath(leaveId)}/${substitutionId}/ket-thuc`;

/** Notices after something was done. */
export const DONE = {
  nhap: 'Đã ghi lần vắng mặt.',
  thay: 'Đã giao việc làm thay.',
  huy: 'Đã huỷ lần vắng mặt. Người làm thay không còn quyền làm thay nữa.',
  'ket-thuc': 'Đã kết thúc việc làm thay.',
} as const;
export const donePath = (path: string, done: keyof typeof DONE): string => `${path}?xong=${done}`;
