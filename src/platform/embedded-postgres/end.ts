const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A command cut short must not leave the server running. When nobody else handles the signal, `release` is awaited
 * and the process then ends by that signal; `leaveNow` serves `process.exit`, where nothing can be awaited.
 * @returns how to take this back
 */
export function beforeUntimelyEnd(release: () => Promise<void>, leaveNow: () => void): () => void {
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > listeners) return; // the program stops in its own order
    const released = release().catch(() => {}); // the signal ends us either way
    released.finally(() => {
      forget();
      process.kill(process.pid, name);
    });
  };
  listeners += 1;
  for (const name of SIGNALS) process.on(name, onSignal);
  process.on('exit', leaveNow);
  let armed = true;
  function forget() {
    if (!armed) return;
    armed = false;
    listeners -= 1;
    for (const name of SIGNALS) process.off(name, onSignal);
    process.off('exit', leaveNow);
  }
  return forget;
}

/** How many of the listeners are ours: one process may open several data folders. */
let listeners = 0;
