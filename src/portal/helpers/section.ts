import type { CitizenSession } from '../../modules/identity/index.ts';
import { helpGivenTo } from '../../modules/mandates/index.ts';
import type { Platform } from '../../platform/context.ts';
import type { Lang } from '../../platform/problem.ts';
import { momentText } from '../filings/when.ts';
import { journalLines } from './journal-rules.ts';
import { HELPERS } from './paths.ts';
import { helpersText } from './text.ts';

const SHOWN = 3;

/** The last acts of helpers, as a block of the person's own page; one statement. */
export async function helpersSection(platform: Platform, session: CitizenSession, lang: Lang) {
  const words = helpersText(lang);
  const { acts, consents } = await helpGivenTo(platform.database.db, session.accountId);
  return {
    heading: words.section,
    empty: words.noActs,
    entries: journalLines(acts)
      .slice(0, SHOWN)
      .map((line) => ({
        key: `${line.at}-${line.act}`,
        what: words.did[line.act],
        when: momentText(line.at, lang),
        who: `${line.staffName}, ${line.teamName}`,
      })),
    ...(consents.length > 0 && { more: { href: HELPERS, label: words.more } }),
  };
}
