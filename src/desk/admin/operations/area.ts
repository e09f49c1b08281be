import type { AdminArea } from '../area.ts';
import { OPERATIONS } from './paths.ts';

export const operationsArea: AdminArea = {
  path: OPERATIONS,
  title: 'Vận hành',
  text: 'Việc nền, tin chờ gửi, sao lưu, đĩa và bộ nhớ: chỗ nào cần xem.',
  icon: 'info',
  action: 'operations.see',
  homeUnitOnly: true,
};
