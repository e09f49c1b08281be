import { readFileSync, statSync } from 'node:fs';
import { type Key, type KeyRing, parseKeys } from './keys.ts';

/** A ring that follows its file while the program runs. */
export interface LiveKeyRing extends KeyRing {
  /** Looks at the file again. @returns whether the current key changed */
  refresh(): boolean;
}

/**
 * The keys of a file, read again when it changes: at {@link LiveKeyRing.refresh}, and at once when something was sealed
 * with a key that is not known yet. A file that cannot be read, or holds no keys, changes nothing. What was once known
 * still opens what it sealed, so that a retired key cannot break an answer under way.
 */
export function liveKeyRing(first: KeyRing, path: string): LiveKeyRing {
  let ring = first;
  let seen = stampOf(path);
  const known = new Map<string, Key>();
  const remember = (): void => {
    for (const id of ring.ids) {
      const key = ring.byId(id);
      if (key) known.set(id, key);
    }
  };
  remember();

  function refresh(): boolean {
    const stamp = stampOf(path);
    if (stamp === null || stamp === seen) return false;
    const read = readKeys(path);
    if (!read) return false;
    const before = ring.current.id;
    ring = read;
    seen = stamp;
    remember();
    return ring.current.id !== before;
  }

  return {
    get current() {
      return ring.current;
    },
    get ids() {
      return ring.ids;
    },
    byId(id) {
      if (!known.has(id)) refresh();
      return known.get(id);
    },
    refresh,
  };
}

/** Changes with every replacement of the file. */
function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : null;
}

function readKeys(path: string): KeyRing | null {
  try {
    return parseKeys(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
