import { randomInt } from 'node:crypto';

let last = randomInt(100_000);

/** A phone that nobody in the demo has; never the same twice in a row of tests. */
export function newPhone(): string {
  last = (last + 1) % 100_000;
  return `09009${String(last).padStart(5, '0')}`;
}
