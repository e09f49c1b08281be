import { currentHomeUnit, findUnit } from '../../../modules/units/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { ADMIN_PROFILE } from './paths.ts';

async function setUp({ platform, session, now, today }: SetUpContext): Promise<SetUpStep> {
  const { db } = platform.database;
  const home = await currentHomeUnit(db, now);
  const unit = home?.unitId === session.unitId ? home : await findUnit(db, session.unitId, today);
  const missing = [
    ...(unit?.hotline ? [] : ['số đường dây nóng']),
    ...(unit && !unit.identifierIsProvisional ? [] : ['mã định danh']),
  ];
  if (missing.length > 0) return { state: 'missing', text: `Còn thiếu ${missing.join(' và ')}.` };
  return { state: 'done', text: `Đường dây nóng ${unit?.hotline}, mã định danh ${unit?.identifier}.` };
}

export const profileArea: AdminArea = {
  path: ADMIN_PROFILE,
  title: 'Thông tin đơn vị',
  text: 'Đường dây nóng, địa chỉ, mã định danh, tên trung tâm in trên giấy tiếp nhận.',
  icon: 'phone',
  action: 'unit.manage',
  setUp,
};
