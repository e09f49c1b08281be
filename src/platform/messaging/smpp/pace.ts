/** Lets through `perSecond` a second, evenly; the others wait their turn in order. */
export function pace(perSecond: number): (signal: AbortSignal) => Promise<void> {
  const gap = 1000 / perSecond;
  let next = 0;
  return (signal) => {
    const now = performance.now();
    const wait = Math.max(0, next - now);
    next = Math.max(now, next) + gap;
    if (wait === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, wait);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });
  };
}
