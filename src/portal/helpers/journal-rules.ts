import type { HelperAct, MyConsent } from '../../modules/mandates/model.ts';

export interface JournalLine {
  readonly act: HelperAct['act'];
  /** Of the last one, ISO 8601. */
  readonly at: string;
  readonly staffName: string;
  readonly teamName: string;
  readonly count: number;
  /** Of a submitted dossier: the parts of its address. */
  readonly dossier: { readonly unitId: string; readonly dossierId: string } | null;
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
    } else lines.push({ act, at, staffName, teamName, count: 1, dossier: dossierOf(subject), subject });
  }
  return lines.map(({ subject: _subject, ...line }) => line);
}

/** Acts on a submitted dossier name it as `dossier:<unit>/<id>`. */
function dossierOf(subject: string): JournalLine['dossier'] {
  const [, unitId, dossierId] = /^dossier:([^/]+)\/(.+)$/.exec(subject) ?? [];
  return unitId && dossierId ? { unitId, dossierId } : null;
}

export type ConsentState = 'live' | 'ended' | 'expired' | 'revoked';

/** What a consent is good for now; only a live one can be taken back. */
export function consentState(consent: Pick<MyConsent, 'revokedAt' | 'ended' | 'expiresAt'>, now: Date): ConsentState {
  if (consent.revokedAt) return 'revoked';
  if (consent.ended) return 'ended';
  return new Date(consent.expiresAt) > now ? 'live' : 'expired';
}
