import type { FastifyRequest } from 'fastify';
import { dossiersUnderConsent, helperActing } from '../../modules/dossiers/index.ts';
import { maskPhone, needStaff, staffOf, willShow } from '../../modules/identity/index.ts';
import { actingSession, type HelperSession, refuseMandate } from '../../modules/mandates/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import type { FilingAct, FilingMount } from '../../portal/filings/acting.ts';
import { filingPaths } from '../../portal/filings/paths.ts';
import { deskShell } from '../shell.ts';
import { actingWho } from './helper.ts';
import { sessionPath } from './paths.ts';

/**
 * The citizen's filing pages in a helper's hands, under `/desk/ho-tro/:helperSessionId/ho-so…`. Every request loads the
 * session anew, so that a revocation counts from the next click on; other citizens' drafts are not found, because all
 * look-ups carry the account of the session.
 */
export const helperMount = (platform: Platform): FilingMount => ({
  prefix: sessionPath(':helperSessionId'),
  guard: needStaff(platform, 'help.start'),
  async acting(request, act) {
    const staff = staffOf(request);
    const { helperSessionId = '' } = request.params as { helperSessionId?: string };
    const session = await actingSession(
      platform.database.db,
      actingWho(staff, helperSessionId),
      null,
      platform.clock.now(),
    );
    if (isRefusal(session)) throw new RefusalError(session);
    if (!(await covers(platform, session, request, act))) throw new RefusalError(refuseMandate('not-covered'));
    showsTo(request, session);
    const homeHref = sessionPath(helperSessionId);
    const phone = session.citizenPhone ?? '';
    const helping = { name: session.citizenName ?? '', phone: phone && maskPhone(phone), homeHref };
    return {
      ...helperActing(session),
      phone,
      name: session.citizenName ?? '',
      paths: filingPaths(homeHref),
      frame: async () => ({ kind: 'helper', lang: 'vi', layout: deskShell(platform, request, staff), helping }),
    };
  },
});

/** What the page shows of the person, by the most precise thing that its address names; lists show no answers. */
export function showsTo(request: FastifyRequest, { accountId, consentId }: HelperSession): void {
  const { dossierId, draftId, fileId, paperId } = request.params as Readonly<Record<string, string | undefined>>;
  const of = { accountId, consentId, action: 'help.start' } as const;
  const filing = dossierId ? `dossier:${dossierId}` : draftId ? `draft:${draftId}` : null;
  if (!filing) return;
  if (fileId) willShow(request, { ...of, kind: 'paper', subject: `${filing}/file:${fileId}` });
  else if (paperId) willShow(request, { ...of, kind: 'paper', subject: `${filing}/paper:${paperId}` });
  else willShow(request, { ...of, kind: dossierId ? 'dossier' : 'draft', subject: filing });
}

/**
 * `file` covers drafts and what was submitted under this very consent; `follow` covers looking at every dossier of the
 * person and helping to mend it (the words of the consent, db/seed/consents).
 */
async function covers(platform: Platform, session: HelperSession, request: FastifyRequest, act: FilingAct) {
  const { purposes, unitId, accountId, consentId } = session;
  const { dossierId } = request.params as { dossierId?: string };
  if (purposes.includes('follow') && (act === 'see' || dossierId)) return true;
  if (!purposes.includes('file')) return false;
  if (act === 'file' && !dossierId) return true;
  if (!dossierId) return true;
  const mine = await dossiersUnderConsent(platform.database.db, unitId, accountId, consentId);
  return mine.some((dossier) => dossier.dossierId === dossierId);
}
