import { offersAnything } from '../../../modules/catalogue/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { ADMIN_PROCEDURES } from './paths.ts';

async function setUp({ platform, session, today }: SetUpContext): Promise<SetUpStep> {
  const offered = await offersAnything(platform.database.db, session.unitId, today);
  return offered > 0
    ? { state: 'done', text: `Đang nhận ${offered} thủ tục.` }
    : { state: 'missing', text: 'Chưa chọn thủ tục nào, nên người dân chưa nộp được hồ sơ tại đây.' };
}

export const proceduresArea: AdminArea = {
  path: ADMIN_PROCEDURES,
  title: 'Thủ tục và nơi nộp',
  text: 'Đơn vị nhận thủ tục nào, từ ngày nào, nộp ở đâu.',
  icon: 'document',
  action: 'catalogue.manage',
  setUp,
};
