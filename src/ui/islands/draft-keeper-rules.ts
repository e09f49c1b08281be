/** What a device keeps of one page of a draft. */
export interface Kept {
  /** Values by the control's name; several for checkboxes. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** When it was typed, in the server's time (milliseconds). */
  readonly at: number;
  /** True once the page's own button was pressed after the last change. */
  readonly sent?: boolean;
}

export const PREFIX = 'baccau:draft:';
export const keyOf = (draftId: string, page: string): string => `${PREFIX}${draftId}:${page}`;

/** What local storage holds under a key; undefined when it is none of ours. */
export function readKept(text: string | null): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { values, at } = kept as Kept;
    return typeof values === 'object' && values !== null && Number.isFinite(at) ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** Equal values; a control that is left empty is the same as one that is absent. */
export function sameValues(a: Kept['values'], b: Kept['values']): boolean {
  const text = (values: Kept['values']) =>
    JSON.stringify(
      Object.entries(values)
        .filter(([, all]) => all.some(Boolean))
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return text(a) === text(b);
}

/**
 * What to do with a kept page when it opens again: `restore` it when it is newer than the server's; `offer` it when
 * the server was saved later but never got it (another page, another device); `drop` it when the server has it.
 * `savedAt` in milliseconds of the server's time.
 */
export function decide(kept: Kept, shown: Kept['values'], savedAt: number): 'restore' | 'offer' | 'drop' {
  if (sameValues(kept.values, shown)) return 'drop';
  if (kept.at > savedAt) return 'restore';
  return kept.sent ? 'drop' : 'offer';
}
