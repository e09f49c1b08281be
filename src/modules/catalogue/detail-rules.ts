import type { ProcedureDetail } from './detail-model.ts';
import { portalDetail } from './detail-portal-rules.ts';
import { seedDetail } from './detail-seed-rules.ts';
import type { ProcedurePage } from './store-read.ts';

/** Everything that a page and the API say of a procedure, whichever source its revision has. */
export function detailOf(page: ProcedurePage): ProcedureDetail {
  const { revision } = page;
  const own = revision.source === 'seed' ? seedDetail(revision.content) : portalDetail(revision.content);
  const portal = revision.source === 'portal' ? revision.content : page.portal;
  return {
    code: page.code,
    ...own,
    field: page.field === '' ? null : page.field,
    levels: [...page.levels],
    portalUrl: portalUrl(portal?.portalUrl ?? null),
    verifiedAt: page.guideVerifiedAt,
    route: page.route,
    offered: page.offered,
    unitFees: page.unitFees.map((fee) => ({ ...fee })),
    routeSure: page.routeSure,
    formVersion: page.formVersion,
    guide: page.guide ? { vi: page.guide.vi, en: page.guide.en } : null,
  };
}

/** Only an address of the national portal itself is ever shown as a link: the import is text from outside. */
export function portalUrl(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  const ours = url.hostname === 'dichvucong.gov.vn' || url.hostname.endsWith('.dichvucong.gov.vn');
  return url.protocol === 'https:' && ours ? url.href : null;
}
