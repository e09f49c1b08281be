import type { AdminArea } from '../area.ts';
import { LEAVE } from './paths.ts';

export const leaveArea: AdminArea = {
  path: LEAVE,
  title: 'Vắng mặt, làm thay',
  text: 'Ai vắng từ ngày nào, ai làm thay với vai trò nào.',
  icon: 'calendar',
  action: 'leave.manage',
};
