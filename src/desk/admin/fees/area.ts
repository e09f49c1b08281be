import { countFees } from '../../../modules/catalogue/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { ADMIN_FEES } from './paths.ts';

async function setUp({ platform, session, today }: SetUpContext): Promise<SetUpStep> {
  const fees = await countFees(platform.database.db, session.unitId, today);
  return fees > 0
    ? { state: 'done', text: `Đã ghi lệ phí của ${fees} thủ tục.` }
    : { state: 'later', text: 'Chưa ghi lệ phí riêng; trang thủ tục dùng mức trong bài hướng dẫn.' };
}

export const feesArea: AdminArea = {
  path: ADMIN_FEES,
  title: 'Phí, lệ phí',
  text: 'Mức thu theo thủ tục, cách nộp và ngày, kèm căn cứ.',
  icon: 'edit',
  action: 'catalogue.manage',
  setUp,
};
