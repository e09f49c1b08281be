import type { SupplementState } from '../../modules/dossiers/index.ts';
import type { DossierText } from './dossier-text.ts';

/** Name of the box for what is neither a field nor a paper. */
export const NOTE_FIELD = 'note';

/** Sentences beside what is not mended yet, by the name of its box; pure. */
export function supplementErrors(state: SupplementState, words: DossierText): Record<string, string> {
  const errors: Record<string, string> = { ...state.errors };
  for (const { field, mended } of state.items) {
    if (mended) continue;
    if (!field) errors[NOTE_FIELD] = words.mendMissingNote;
    else errors[field.key] ??= field.type === 'file' ? words.mendMissingPaper : words.mendUnchanged;
  }
  return errors;
}
