import { staffOfUnit } from '../../../modules/identity/index.ts';
import type { AdminArea } from '../area.ts';
import { STAFF } from './paths.ts';
import { runs } from './text.ts';

export const staffArea: AdminArea = {
  path: STAFF,
  title: 'Cán bộ và vai trò',
  text: 'Mời cán bộ, giao vai trò theo thời gian, đặt lại mật khẩu, khoá tài khoản.',
  icon: 'people',
  action: 'staff.manage',
  async setUp({ platform, session, now, today }) {
    const { people } = await staffOfUnit(platform.database.db, session.unitId, now);
    const officers = people.filter(
      ({ disabledAt, roles }) => !disabledAt && roles.some((role) => role.role === 'officer' && runs(role, today)),
    );
    return officers.length > 0
      ? { state: 'done', text: `${people.length} người; ${officers.length} cán bộ một cửa đang làm việc.` }
      : { state: 'missing', text: 'Chưa có cán bộ một cửa nào. Hãy mời ít nhất một người để tiếp nhận hồ sơ.' };
  },
};
