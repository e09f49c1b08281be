/** What a consent may cover, one by one (Luật 91/2025 art. 9: never in a bundle, never ticked beforehand). */
export const PURPOSES = ['account', 'file', 'follow'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const isPurpose = (text: string): text is Purpose => (PURPOSES as readonly string[]).includes(text);

export const PLACES = ['one-stop', 'home', 'neighbourhood-office', 'phone', 'other'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Places where helper and citizen sit together, so that the citizen types the code with their own hand.
 * By phone nobody can: the code would have to be read out, which we tell people never to do.
 */
export const PRESENT_PLACES = ['one-stop', 'home', 'neighbourhood-office', 'other'] as const satisfies readonly Place[];
export type PresentPlace = (typeof PRESENT_PLACES)[number];

export const isPresentPlace = (text: string): text is PresentPlace =>
  (PRESENT_PLACES as readonly string[]).includes(text);

/** A consent text as shown, in one language. */
export interface ConsentText {
  readonly code: string;
  readonly version: number;
  readonly lang: 'vi' | 'en';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** SHA-256 of the words as shown, names filled in. */
  readonly hash: string;
  readonly validHours: number;
}

/** The helper and for whom they work; from the staff session and the team register. */
export interface Helper {
  readonly staffId: string;
  readonly staffName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly teamId: string;
  readonly teamName: string;
}

/** A helper at work under one consent. Loading it proves that it may act now. */
export interface HelperSession extends Helper {
  readonly helperSessionId: string;
  readonly accountId: string;
  readonly citizenName: string | null;
  /** E.164; null when the account lost its phone meanwhile. */
  readonly citizenPhone: string | null;
  /** The commune that the citizen belongs to: not always the helper's. */
  readonly citizenUnitId: string;
  readonly consentId: string;
  readonly purposes: readonly Purpose[];
  readonly accountOpened: boolean;
  readonly place: PresentPlace;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export type HelperActKind =
  | 'session-started'
  | 'account-opened'
  | 'profile-changed'
  | 'draft-started'
  | 'draft-changed'
  | 'draft-removed'
  | 'paper-added'
  | 'paper-removed'
  | 'paper-seen'
  | 'dossier-submitted'
  | 'dossier-seen'
  | 'supplement-sent'
  | 'session-ended';

export interface HelperAct {
  /** ISO 8601. */
  readonly at: string;
  readonly act: HelperActKind;
  readonly subject: string;
  readonly staffName: string;
  readonly teamName: string;
}

export interface MyConsent {
  readonly consentId: string;
  readonly staffName: string;
  readonly teamName: string;
  readonly purposes: readonly Purpose[];
  /** ISO 8601. */
  readonly givenAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** The helper has finished; nothing more can be done under it. */
  readonly ended: boolean;
}
