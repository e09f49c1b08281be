import { detailOf, type ProcedurePage as Found } from '../../modules/catalogue/index.ts';
import { citizenSignInPath } from '../../modules/identity/index.ts';
import { hoursOn, localDate, showDate, toLocal, type WorkCalendar } from '../../modules/units/index.ts';
import { sharedPart } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { filingPaths } from '../filings/paths.ts';
import type { PortalShell } from '../shell.ts';
import { dueNow } from './due-now.ts';
import { openingLines } from './opening-rules.ts';
import ProcedureParts from './ProcedureParts.svelte';
import { readyToFilePath } from './paths.ts';
import { whereFiled, whoDecides } from './row-rules.ts';
import type { ProcedureView } from './view-model.ts';

interface Asked {
  readonly found: Found;
  readonly layout: PortalShell;
  /** Where the counter is, when the unit wrote it down. */
  readonly address: string | null;
  readonly calendar: WorkCalendar;
  readonly now: Date;
  /** Back from the sign-in. */
  readonly ready: boolean;
}

/** Everything that a procedure's page draws. */
export function procedureProps({ found, layout, address, calendar, now, ready }: Asked): ProcedureView {
  const { lang } = layout;
  const detail = detailOf(found);
  const channels = detail.ways.flatMap((way) => way.channels);
  const where = whereFiled({ route: detail.route, channels }, lang);
  return {
    layout,
    detail,
    parts: sharedPart(ProcedureParts, {
      lang,
      detail,
      official: found.portal ? detailOf({ ...found, revision: { source: 'portal', content: found.portal } }) : null,
      due: dueNow(detail, calendar, now, lang),
      where,
      verifiedOn: detail.verifiedAt ? showDate(localDate(detail.verifiedAt)) : null,
    }),
    filing: {
      action: layout.account ? filingPaths('').start : null,
      signInHref: citizenSignInPath(readyToFilePath(detail.code)),
      key: newId(),
      ready,
    },
    address,
    hours: openingLines(hoursOn(calendar, toLocal(now).date).blocks, lang),
    who: whoDecides(detail, lang),
    where,
  };
}
