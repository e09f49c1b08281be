import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const root = new Map<string, string>();
for (const [, name, value] of css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)) {
  if (name && value && !root.has(name)) root.set(name, value);
}

function luminance(name: string): number {
  const hex = root.get(name)?.slice(1) ?? '';
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  expect(full, name).toHaveLength(6);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'sunken', 'primary-wash'];
const states = ['info', 'success', 'warning', 'danger'];

test('text is readable: at least 4.5 to 1', () => {
  for (const ground of grounds) {
    for (const ink of ['ink', 'ink-soft', 'link', 'primary', 'danger-ink']) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const state of [...states, 'neutral']) {
    expect(contrast(`${state}-ink`, `${state}-wash`), state).toBeGreaterThanOrEqual(4.5);
  }
  for (const state of states) {
    expect(contrast('ink', `${state}-wash`), state).toBeGreaterThanOrEqual(4.5);
    expect(contrast('link', `${state}-wash`), state).toBeGreaterThanOrEqual(4.5);
  }
  for (const band of ['primary', 'primary-deep']) {
    expect(contrast('on-primary', band), band).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-primary-soft', band), band).toBeGreaterThanOrEqual(4.5);
  }
});

test('edges of controls, state signs and the focus ring are seen: at least 3 to 1', () => {
  for (const ground of ['ground', 'surface', 'sunken']) {
    for (const line of ['line-strong', 'focus', ...states]) {
      expect(contrast(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
  for (const state of states) expect(contrast(state, `${state}-wash`), state).toBeGreaterThanOrEqual(3);
});
