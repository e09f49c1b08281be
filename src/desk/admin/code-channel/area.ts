import { type ChannelRow, channelOfUnit } from '../../../platform/messaging/index.ts';
import type { AdminArea, SetUpStep } from '../area.ts';
import { CODE_CHANNEL } from './paths.ts';

const TEXT = 'Nơi gửi mã xác nhận đến điện thoại của người dân: cổng HTTP hoặc SMPP của nhà cung cấp.';

/** Without it nobody signs in by phone, and no consent can be confirmed. */
export const codeChannelArea: AdminArea = {
  path: CODE_CHANNEL,
  title: 'Kênh tin nhắn',
  text: TEXT,
  icon: 'phone',
  action: 'unit.manage',
  setUp: async ({ platform, session }) => {
    if (platform.config.demo) return { state: 'later', text: 'Bản chạy thử: mã hiện ở hộp thư thử trên máy này.' };
    const { row, isHome } = await channelOfUnit(platform.database.db, session.unitId);
    if (!isHome) return { state: 'later', text: 'Đơn vị chủ quản của bản cài đặt này đặt kênh tin nhắn chung.' };
    return channelStep(row, platform.config.sms !== null);
  },
};

/** Done once a message went out and none has failed since. */
export function channelStep(row: ChannelRow | null, byEnvironment: boolean): SetUpStep {
  if (!byEnvironment && !row?.settings) {
    return {
      state: 'missing',
      text: 'Chưa có kênh: người dân chưa nhận được mã, nên chưa đăng nhập bằng điện thoại được.',
    };
  }
  const ok = row?.lastOkAt ?? null;
  const failed = row?.lastFailedAt ?? null;
  if (!ok && !failed)
    return { state: 'missing', text: 'Đã cài đặt nhưng chưa gửi thử. Hãy gửi một tin đến số của bạn.' };
  if (failed && (!ok || failed > ok))
    return { state: 'missing', text: 'Lần gửi gần nhất không thành công. Hãy kiểm tra và gửi thử lại.' };
  return { state: 'done', text: 'Kênh tin nhắn đang hoạt động.' };
}
