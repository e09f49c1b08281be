import type { HelperAct, MyConsent } from '../../modules/mandates/model.ts';

export interface JournalLine {
  readonly act: HelperAct['act'];
  /** Of the last one, ISO 8601. */
  readonly at: string;
  readonly staffName: string;
  readonly teamName: string;
  readonly count: number;
}

/**
 * The journal as people read it, newest first: the same act on the same thing by the same person in a row is one line
 * ("Điền, sửa tờ khai, 12 lần"), since a form is saved page by page.
 */
export function journalLines(acts: readonly HelperAct[]): JournalLine[] {
  const lines: (JournalLine & { subject: string })[] = [];
  for (const { act, at, staffName, teamName, subject } of acts) {
    const last = lines.at(-1);
    if (last && last.act === act && last.subject === subject && last.staffName === staffName) {
      lines[lines.length - 1] = { ...last, count: last.count + 1 };
    } else lines.push({ act, at, staffName, teamName, count: 1, subject });
  }
  return lines.map(({ subject: _subject, ...line }) => line);
}

export type ConsentState = 'live' | 'ended' | 'expired' | 'revoked';

/** What a consent is good for now; only a live one can be taken back. */
export function consentState(consent: Pick<MyConsent, 'revokedAt' | 'ended' | 'expiresAt'>, now: Date): ConsentState {
  if (consent.revokedAt) return 'revoked';
  if (consent.ended) return 'ended';
  return new Date(consent.expiresAt) > now ? 'live' : 'expired';
}
