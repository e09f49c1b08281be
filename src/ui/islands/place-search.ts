/**
 * Suggests communes by what is typed, old names too, and fills commune and province when one is chosen.
 * Attaches to `input[data-place]` (see PlaceField): its `list` is the datalist to fill, `data-place` the id of the
 * province's box. Without it the boxes are plain text with a link to the search page.
 */
import { chosen, FEWEST_LETTERS, type FoundUnit, type Suggestion, suggestionsOf } from './place-search-rules.ts';

/** A pause in typing, so that a slow phone asks once and not for every letter. */
const QUIET_MS = 250;

async function ask(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(`/api/v1/units/search?text=${encodeURIComponent(text)}`, { signal });
  if (!answer.ok) return [];
  const { items } = (await answer.json()) as { items: FoundUnit[] };
  return suggestionsOf(items, text);
}

/** As if it had been typed, so that the draft keeper saves it. */
function fill(box: HTMLInputElement, value: string): void {
  box.value = value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function attach(box: HTMLInputElement): void {
  const list = document.getElementById(box.getAttribute('list') ?? '');
  const province = document.getElementById(box.dataset.place ?? '') as HTMLInputElement | null;
  const note = document.getElementById(`${box.id}-note`);
  if (!list || !province) return;
  let suggestions: Suggestion[] = [];
  let timer = 0;
  let running: AbortController | undefined;
  let filling = false;

  async function suggest(text: string): Promise<void> {
    running?.abort();
    running = new AbortController();
    // Offline or aborted: what was suggested before stays, typing goes on.
    const found = await ask(text, running.signal).catch(() => undefined);
    if (!found) return;
    suggestions = found;
    list?.replaceChildren(
      ...found.map(({ value, label }) => {
        const option = document.createElement('option');
        option.value = value;
        if (label) option.label = label;
        return option;
      }),
    );
  }

  box.addEventListener('input', () => {
    if (filling) return;
    clearTimeout(timer);
    const choice = chosen(box.value, suggestions);
    if (choice && province) {
      suggestions = [];
      filling = true;
      fill(box, choice.commune);
      if (choice.province) fill(province, choice.province);
      filling = false;
      if (note) note.textContent = choice.note;
      return;
    }
    const text = box.value.trim();
    if (text.length >= FEWEST_LETTERS) timer = window.setTimeout(() => suggest(text), QUIET_MS);
  });
}

for (const box of document.querySelectorAll<HTMLInputElement>('input[data-place]')) attach(box);
