import type { Role } from '../modules/identity/model.ts';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  admin: 'Quản trị',
  leader: 'Lãnh đạo',
  officer: 'Cán bộ một cửa',
  helper: 'Người hỗ trợ',
  auditor: 'Kiểm soát',
};
