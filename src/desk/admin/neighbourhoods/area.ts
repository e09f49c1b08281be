import { listNeighbourhoods } from '../../../modules/units/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { NEIGHBOURHOODS } from './paths.ts';

async function setUp({ platform, session, today }: SetUpContext): Promise<SetUpStep> {
  const { length } = await listNeighbourhoods(platform.database.db, { unitId: session.unitId, date: today });
  return length > 0
    ? { state: 'done', text: `Đang có ${length} khu phố, ấp, thôn, tổ dân phố.` }
    : { state: 'missing', text: 'Chưa có khu phố, ấp nào. Ghi từng nơi hoặc nhập từ tệp Excel.' };
}

export const neighbourhoodsArea: AdminArea = {
  path: NEIGHBOURHOODS,
  title: 'Khu phố, ấp',
  text: 'Khu phố, ấp, thôn, tổ dân phố của đơn vị; nhập từ tệp Excel.',
  icon: 'home',
  action: 'unit.manage',
  setUp,
};
