/**
 * Measures two contenders in turns, A/B then B/A and so on, so that a slow minute of the machine and the order hit
 * both alike. `warmUps` rounds are thrown away.
 */
export async function takeTurns<T>(
  a: () => T | Promise<T>,
  b: () => T | Promise<T>,
  { rounds, warmUps = 1 }: { rounds: number; warmUps?: number },
): Promise<{ a: T[]; b: T[] }> {
  const taken = { a: [] as T[], b: [] as T[] };
  for (let round = -warmUps; round < rounds; round += 1) {
    const aFirst = round % 2 === 0;
    const first = await (aFirst ? a : b)();
    const second = await (aFirst ? b : a)();
    if (round < 0) continue;
    taken.a.push(aFirst ? first : second);
    taken.b.push(aFirst ? second : first);
  }
  return taken;
}

export interface Pass {
  /** Milliseconds on the clock, item by item. */
  readonly walls: readonly number[];
  /** Milliseconds of processor time of this thread for the whole pass: other programs lengthen it little. */
  readonly cpu: number;
}

/** Does synchronous work on every item. The processor's clock is coarse (some ms), so it is read once a pass. */
export function timedPass<T>(items: readonly T[], work: (item: T) => unknown): Pass {
  const cpuBefore = process.threadCpuUsage();
  const walls = items.map((item) => {
    const started = performance.now();
    work(item);
    return performance.now() - started;
  });
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return { walls, cpu: (user + system) / 1_000 };
}
