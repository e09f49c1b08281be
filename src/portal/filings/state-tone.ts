import type { State } from '../../modules/dossiers/model.ts';

/** Colour of a state: what the person has to do stands out, what is done is calm. */
export function stateTone(state: State): 'info' | 'success' | 'warning' | 'danger' | 'neutral' {
  if (state === 5 || state === 6) return 'warning';
  if (state === 3 || state === 8) return 'danger';
  if (state === 9) return 'success';
  return state === 10 || state === 7 ? 'neutral' : 'info';
}
