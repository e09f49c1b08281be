import type { AdminArea } from '../area.ts';
import { UNIT } from './paths.ts';

export const unitArea: AdminArea = {
  path: UNIT,
  title: 'Sáp nhập và tên cũ',
  text: 'Đơn vị trước đây và kế thừa, tên và mã qua các thời kỳ; tra cứu theo ngày; nhận hộ từ đơn vị cũ',
  icon: 'home',
  action: 'unit.manage',
};
