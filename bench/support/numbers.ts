/** The value below which the share `q` (0 to 1) of the values lies; linear between neighbours. @throws on no values */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new Error('No values were measured');
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export interface Spread {
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** What many rounds say together: on a busy machine one number alone says nothing. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  q1: quantile(values, 0.25),
  q3: quantile(values, 0.75),
  min: Math.min(...values),
  max: Math.max(...values),
  rounds: values.length,
});

/** `a[i] / b[i]`: the two halves of a round ran right after each other, so a slow minute slows both. */
export const pairedRatios = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, at) => value / (b[at] ?? Number.NaN));

export const fixed = (value: number, digits = 2): string => value.toFixed(digits);

/** `0.87 (0.84–0.90)`: the median and, in brackets, the middle half of the rounds. */
export const spreadText = ({ median: middle, q1, q3 }: Spread, digits = 2): string =>
  `${fixed(middle, digits)} (${fixed(q1, digits)}–${fixed(q3, digits)})`;
