/** A hash over paths, times and sizes of what the build is made from. */
export function sourceStamp(folder?: string): string;
export function builtStamp(folder?: string): string | null;
