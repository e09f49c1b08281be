import type { Way } from '../../modules/catalogue/detail-model.ts';

export interface FeeGroup {
  readonly channels: Way['channels'];
  readonly fee: Way['fee'];
}

/** Ways with the same fee together: they may differ in time alone. */
export function feeGroups(ways: readonly Way[]): FeeGroup[] {
  const groups = new Map<string, FeeGroup>();
  for (const { channels, fee } of ways) {
    const key = JSON.stringify(fee);
    const known = groups.get(key);
    if (known) known.channels.push(...channels.filter((channel) => !known.channels.includes(channel)));
    else groups.set(key, { channels: [...channels], fee });
  }
  return [...groups.values()];
}
