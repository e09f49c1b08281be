import type { Way } from './detail-model.ts';

/**
 * Ways of filing that say the same but for the channel become one: most procedures repeat one row three times.
 * The order of first appearance is kept.
 */
export function groupWays(ways: readonly Way[]): Way[] {
  const groups = new Map<string, Way>();
  for (const way of ways) {
    const { channels, ...rest } = way;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    if (!known) groups.set(key, { ...way, channels: [...channels] });
    else known.channels.push(...channels.filter((channel) => !known.channels.includes(channel)));
  }
  return [...groups.values()];
}
