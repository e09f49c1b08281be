import { unitCalendarHistory } from '../../../modules/units/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { HOURS } from './paths.ts';

async function setUp({ platform, session }: SetUpContext): Promise<SetUpStep> {
  const { hours } = await unitCalendarHistory(platform.database.db, session.unitId);
  return hours.some(({ holds, withdrawn }) => holds && !withdrawn)
    ? { state: 'done', text: 'Đã ghi giờ làm việc của đơn vị.' }
    : { state: 'missing', text: 'Đang dùng giờ mặc định. Hãy xem lại và lưu giờ của đơn vị.' };
}

export const hoursArea: AdminArea = {
  path: HOURS,
  title: 'Giờ làm việc',
  text: 'Giờ mở cửa từng ngày, Ngày thứ bảy thân thiện, ngày đơn vị nghỉ riêng.',
  icon: 'clock',
  action: 'unit.manage',
  setUp,
};
