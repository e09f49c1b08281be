import { saysNothing } from './clean-text.ts';
import type { PortalStep } from './portal-model.ts';

/** "Bước 2:" where a line or a sentence begins, perhaps behind a bullet; "theo Bước 2" inside a sentence is none. */
const NUMBERED =
  /(?:^|\n|(?<=[.;:]))[^\S\n]*(?:[-+*•–]\s*)?(?:[a-zđ]\)\s*)?(Bước\s*\d{1,2})(?![\d\p{L}])\s*[:.)/–-]?/gu;

/** Markers of a list, outermost first in the order in which a text uses them. */
const MARKERS = [
  /(?:^|\n)[^\S\n]*(?=\d{1,2}\s*[.)]\s)/gu,
  /(?:^|\n)[^\S\n]*(?=[a-zđ]\))/gu,
  /(?:^|\n)[^\S\n]*(?=\*)/gu,
  /(?:^|\n)[^\S\n]*(?=[-–])/gu,
  /(?:^|\n)[^\S\n]*(?=[+•])/gu,
];

/** Splits the running text of the procedure's course into steps; nested bullets stay inside their step. */
export function parseSteps(text: string): PortalStep[] {
  if (saysNothing(text)) return [];
  const numbered = [...text.matchAll(NUMBERED)];
  if (numbered.length > 0) {
    const steps = numbered.map((match, i) => ({
      label: (match[1] ?? '').replace(/\s+/g, ' '),
      text: text.slice(match.index + match[0].length, numbered[i + 1]?.index ?? text.length).trim(),
    }));
    const before = text.slice(0, numbered[0]?.index ?? 0).trim();
    return before === '' ? steps : [{ label: null, text: before }, ...steps];
  }
  return splitList(text).map((part) => ({ label: null, text: part }));
}

/** Splits at the marker that comes first in the text, since that is the outer list; else at blank lines. */
function splitList(text: string): string[] {
  const seams = MARKERS.map((marker) => [...text.matchAll(marker)].map((match) => match.index))
    .filter((places) => places.length > 1)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))[0];
  const parts = seams
    ? [text.slice(0, seams[0]), ...seams.map((at, i) => text.slice(at, seams[i + 1] ?? text.length))]
    : text.split(/\n\s*\n/u);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
