import { currentHomeUnit, findUnit } from '../../../modules/units/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { ADMIN_PROFILE } from './paths.ts';

async function setUp({ platform, session, now, today }: SetUpContext): Promise<SetUpStep> {
  const { db } = platform.database;
  const home = await currentHomeUnit(db, now);
  const unit = home?.unitId === session.unitId ? home : await findUnit(db, session.unitId, today);
  if (!unit?.hotline) return { state: 'missing', text: 'Còn thiếu số đường dây nóng: người dân cần biết gọi ai.' };
  const identifier = unit.identifierIsProvisional
    ? `chưa có mã định danh, mã hồ sơ đang dùng mã tạm ${unit.identifier}`
    : `mã định danh ${unit.identifier}`;
  // A commune can serve before its identifier is assigned (decision 0005); nobody should invent one to be done.
  return { state: 'done', text: `Đường dây nóng ${unit.hotline}; ${identifier}.` };
}

export const profileArea: AdminArea = {
  path: ADMIN_PROFILE,
  title: 'Thông tin đơn vị',
  text: 'Đường dây nóng, địa chỉ, mã định danh, tên trung tâm in trên giấy tiếp nhận.',
  icon: 'phone',
  action: 'unit.manage',
  setUp,
};
