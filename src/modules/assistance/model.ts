import type { Place } from '../mandates/model.ts';

export const OUTCOMES = ['solved', 'partly', 'not-solved', 'redirected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CHANNELS = ['in-person', 'phone', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Minutes that one turn may take. */
export const MINUTES = { min: 1, max: 600 } as const;

export const NOTE_LENGTH = 1000;

/** A kind of support turn as it is called on some day. */
export interface TurnKind {
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
}

/** What a helper says about a turn; everything else is known. */
export interface TurnFacts {
  readonly kind: string;
  readonly place: Place;
  readonly channel: Channel;
  readonly minutes: number;
  readonly outcome: Outcome;
  readonly note: string | null;
}

/** The dossier that came of a turn. */
export interface TurnDossier {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
}

/** A turn of a unit's teams as the API lists it: without persons. */
export interface TurnRow {
  readonly turnId: string;
  readonly kind: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly place: Place;
  readonly channel: Channel;
  readonly minutes: number;
  readonly outcome: Outcome;
  readonly accountOpened: boolean;
  readonly dossierCode: string | null;
  readonly localDate: string;
  readonly endedAt: Date;
}
