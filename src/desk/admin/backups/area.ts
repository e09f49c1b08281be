import { backupHealth } from '../../../platform/backup/index.ts';
import { showWhen } from '../../when.ts';
import type { AdminArea, SetUpStep } from '../area.ts';
import { BACKUPS } from './paths.ts';
import { backupState } from './state-rules.ts';
import { timeText } from './text.ts';

export const backupsArea: AdminArea = {
  path: BACKUPS,
  title: 'Sao lưu',
  text: 'Bản sao lưu gần đây, lịch sao lưu và cách khôi phục.',
  icon: 'lock',
  action: 'operations.see',
  setUp: async ({ platform, now }): Promise<SetUpStep> => {
    const { backups } = platform.config;
    if (!backups) return { state: 'later', text: 'Chưa hẹn sao lưu hằng ngày. Nên làm trước khi nhận hồ sơ thật.' };
    const health = await backupHealth(platform.database.db);
    const last = health.lastGood ? showWhen(health.lastGood) : null;
    switch (backupState({ configured: true, ...health }, now)) {
      case 'good':
        return { state: 'done', text: `Bản tốt gần nhất: ${last}.` };
      case 'waiting':
        return { state: 'missing', text: `Chưa có bản nào; bản đầu tiên sẽ có sau ${timeText(backups.at)}.` };
      default:
        return { state: 'missing', text: `Sao lưu đang chậm. Bản tốt gần nhất: ${last ?? 'chưa có'}.` };
    }
  },
};
