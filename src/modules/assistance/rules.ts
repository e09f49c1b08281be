import { PLACES, type Place } from '../mandates/model.ts';
import { CHANNELS, type Channel, MINUTES, NOTE_LENGTH, OUTCOMES, type Outcome, type TurnFacts } from './model.ts';

/** A turn as it comes from a form or the API: text that may be missing or wrong. */
export interface TurnInput {
  readonly kind: string;
  readonly place: string;
  /** Empty: follows from the place. */
  readonly channel: string;
  /** Whole minutes, as typed. */
  readonly minutes: string;
  readonly outcome: string;
  readonly note: string;
}

export type TurnField = 'kind' | 'place' | 'channel' | 'minutes' | 'outcome';

const among = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null;

/** Help at the other end of a telephone line; every other place is face to face. */
export const channelOf = (place: Place): Channel => (place === 'phone' ? 'phone' : 'in-person');

const readMinutes = (text: string): number | null => {
  const minutes = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return minutes >= MINUTES.min && minutes <= MINUTES.max ? minutes : null;
};

/**
 * Reads what a helper entered.
 * @param kinds the kinds in force on the day of the turn
 */
export function readTurn(input: TurnInput, kinds: readonly string[]): { facts: TurnFacts } | { faults: TurnField[] } {
  const kind = among(kinds, input.kind);
  const place = among(PLACES, input.place);
  const channel = input.channel ? among(CHANNELS, input.channel) : place && channelOf(place);
  const minutes = readMinutes(input.minutes);
  const outcome: Outcome | null = among(OUTCOMES, input.outcome);
  if (kind && place && channel && minutes && outcome) {
    const note = input.note.normalize('NFC').trim().slice(0, NOTE_LENGTH) || null;
    return { facts: { kind, place, channel, minutes, outcome, note } };
  }
  const wrong: Record<TurnField, boolean> = {
    kind: !kind,
    place: !place,
    channel: Boolean(input.channel) && !channel,
    minutes: !minutes,
    outcome: !outcome,
  };
  return { faults: (Object.keys(wrong) as TurnField[]).filter((field) => wrong[field]) };
}

/** Whole minutes since the start, within what a turn may take: the form's first guess. */
export const minutesSince = (startedAt: Date, now: Date): number =>
  Math.min(MINUTES.max, Math.max(MINUTES.min, Math.ceil((now.getTime() - startedAt.getTime()) / 60_000)));

/** The kind that fits what happened in a session best: the farthest step counts. */
export function presetKind(acts: readonly string[], kinds: readonly string[]): string {
  const did = new Set(acts);
  const guesses: [boolean, string][] = [
    [did.has('dossier-submitted') || did.has('supplement-sent'), 'submit-online'],
    [did.has('paper-added'), 'scan-papers'],
    [did.has('account-opened') || did.has('profile-changed'), 'account-here'],
    [did.has('dossier-seen'), 'look-up'],
  ];
  const guess = guesses.find(([happened, kind]) => happened && kinds.includes(kind));
  return guess?.[1] ?? '';
}

/** What a session came to: something was filed or opened = solved; else the helper must say. */
export const presetOutcome = (acts: readonly string[]): Outcome | '' =>
  acts.some((act) => act === 'dossier-submitted' || act === 'supplement-sent') ? 'solved' : '';
