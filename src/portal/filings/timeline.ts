import type { State } from '../../modules/dossiers/index.ts';
import type { Lang } from '../../platform/problem.ts';
import { dossierText } from './dossier-text.ts';
import { momentText } from './when.ts';

/** A line of the `Timeline` component. */
export interface TimelineStep {
  readonly title: string;
  readonly state: 'done' | 'now' | 'problem' | 'waiting';
  readonly time?: string;
  readonly datetime?: string;
  readonly note?: string;
}

interface Happened {
  readonly kind: string;
  readonly at: string;
  readonly note?: string | null;
}

type Words = ReturnType<typeof dossierText>['steps'];

const DONE: Readonly<Record<string, keyof Words>> = {
  submit: 'submitted',
  receive: 'received',
  refuse: 'refused',
  'request-supplement': 'askedBefore',
  supplement: 'supplemented',
  process: 'working',
  finish: 'result',
  'hand-over': 'handedOver',
};

/** What still comes, by state; the first of them is where it stands when the last act was only a step on the way. */
const AHEAD: Readonly<Record<State, readonly (keyof Words)[]>> = {
  1: ['check', 'working', 'result'],
  2: ['working', 'result'],
  3: [],
  4: ['result'],
  5: [],
  6: ['working', 'result'],
  7: [],
  8: [],
  9: ['handOver'],
  10: [],
};

/** The dossier's way in plain words: what happened, where it stands, what comes. Pure. */
export function timelineOf(state: State, actions: readonly Happened[], lang: Lang): TimelineStep[] {
  const words = dossierText(lang).steps;
  const past = actions.map(({ kind, at, note }, index): TimelineStep => {
    const last = index === actions.length - 1;
    const open = last && kind === 'request-supplement';
    const refused = kind === 'refuse';
    // A dossier at work stands at the act that began the work.
    const here = last && kind === 'process';
    return {
      title: open ? words.asked : words[DONE[kind] ?? 'working'],
      state: open || refused ? 'problem' : here ? 'now' : 'done',
      time: momentText(at, lang),
      datetime: new Date(at).toISOString(),
      ...(note && refused ? { note } : {}),
    };
  });
  const here = past.some((step) => step.state === 'now' || step.state === 'problem');
  const resumed = state === 4 && !here;
  const ahead = resumed ? (['working', ...AHEAD[4]] as const) : AHEAD[state];
  return [
    ...past,
    ...ahead.map(
      (step, index): TimelineStep => ({ title: words[step], state: index === 0 && !here ? 'now' : 'waiting' }),
    ),
  ];
}
