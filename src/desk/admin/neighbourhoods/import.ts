import {
  lockedNeighbourhoodPlan,
  NEIGHBOURHOOD_COLUMNS,
  type NeighbourhoodField,
  type PlannedNeighbourhood,
  planNeighbourhoodList,
  writeNeighbourhoods,
} from '../../../modules/units/index.ts';
import type { ImportKind } from '../import/kind.ts';
import { NEIGHBOURHOOD_IMPORT, NEIGHBOURHOODS } from './paths.ts';

export const neighbourhoodImport: ImportKind<NeighbourhoodField, PlannedNeighbourhood> = {
  kind: 'neighbourhoods',
  action: 'unit.manage',
  path: NEIGHBOURHOOD_IMPORT,
  home: { href: NEIGHBOURHOODS, label: 'Khu phố, ấp' },
  title: 'Nhập khu phố, ấp từ tệp',
  lead: 'Gửi tệp Excel (.xlsx) hoặc CSV. Bạn xem lại từng dòng trước, chưa có gì được ghi cho đến khi bạn xác nhận.',
  notes: [
    'Tên khu phố, ấp: bắt buộc, ghi đầy đủ, ví dụ “Khu phố 3”.',
    'Tên cũ: chỉ ghi khi đổi tên một nơi đã có.',
    'Từ ngày: ngày bắt đầu hoặc ngày đổi tên, như 01/07/2025; để trống là hôm nay.',
    'Kết thúc từ ngày: chỉ ghi khi nơi này không còn nữa.',
  ],
  columns: NEIGHBOURHOOD_COLUMNS,
  examples: [
    ['Khu phố 1', '', '01/07/2025', ''],
    ['Khu phố 2', '', '01/07/2025', ''],
    ['Ấp Bàu Sen', '', '', ''],
  ],
  templateName: 'Mẫu danh sách khu phố',
  plan: planNeighbourhoodList,
  lockedPlan: lockedNeighbourhoodPlan,
  write: writeNeighbourhoods,
};
