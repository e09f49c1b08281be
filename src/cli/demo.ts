import type { Platform } from '../platform/context.ts';

/** Loads the demo on the first start of the loopback demo. */
export async function seedDemoOnce(_platform: Platform, _progress: (text: string) => void): Promise<void> {}

/** What the start prints for people who try it. */
export function demoAccountLines(_origin: string): string[] {
  return [];
}
