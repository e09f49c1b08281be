import { ADMIN } from '../paths.ts';

export const CODE_CHANNEL = `${ADMIN}/kenh-tin-nhan`;
export const CODE_CHANNEL_TEST = `${CODE_CHANNEL}/gui-thu`;
export const codeChannelOfKind = (kind: 'http' | 'smpp'): string => `${CODE_CHANNEL}?cach=${kind}`;
