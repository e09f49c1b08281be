import type { ProcedureCard } from '../../modules/catalogue/index.ts';
import type { Lang } from '../../platform/problem.ts';
import { procedurePath } from './paths.ts';
import { listText } from './text.ts';
import type { Row } from './view-model.ts';

const LONGEST_AGENCY = 90;

/** A card of the catalogue as a row of a list, in the page's language. */
export function rowOf(card: ProcedureCard, lang: Lang): Row {
  const guide = card.guide?.[lang];
  const title = guide?.title ?? (lang === 'en' ? card.nameEn : null) ?? card.name;
  return {
    code: card.code,
    field: card.field,
    href: procedurePath(card.code),
    title,
    titleLang: lang === 'en' && title === card.name ? 'vi' : undefined,
    text: guide?.summary,
    who: whoDecides(card, lang),
    where: whereFiled(card, lang),
    here: card.route === 'here',
  };
}

/** Who decides: our word for it, else the source's where it is short, else the level. */
export function whoDecides(
  { agency, agencyText, levels }: Pick<ProcedureCard, 'agency' | 'agencyText' | 'levels'>,
  lang: Lang,
): string {
  const words = listText(lang);
  if (agency) return words.agency[agency];
  const said =
    agencyText
      ?.replace(/\s+/g, ' ')
      .replace(/[.;,]$/, '')
      .trim() ?? '';
  if (lang === 'vi' && said && said.length <= LONGEST_AGENCY) return said;
  const named = levels.map((level) => words.levels[level]).filter((level) => level !== undefined);
  return named.length > 0 ? named.join(', ') : words.unknownAgency;
}

/** Where it is filed, in plain words; without a route of this unit, the ways that the source names. */
export function whereFiled({ route, channels }: Pick<ProcedureCard, 'route' | 'channels'>, lang: Lang): string {
  const words = listText(lang);
  if (route) return words.routes[route];
  const ways = ['online', 'in-person', 'post'].filter((channel) => channels.includes(channel));
  if (ways.length === 0) return words.noRoute;
  return words.filedBy(
    listOf(
      ways.map((way) => words.channels[way] ?? way),
      words.or,
    ),
  );
}

/** "a, b hoặc c" */
export function listOf(items: readonly string[], or: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${or}${items.at(-1)}`;
}

/** With a capital at the start of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
