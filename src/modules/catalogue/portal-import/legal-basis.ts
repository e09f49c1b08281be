import { oneLine, saysNothing } from './clean-text.ts';
import type { PortalLegalBasis } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

const HEADER = /^:?\s*Tên văn bản pháp lý\s*Mã văn bản/u;

/** Abbreviations of issuers. Known ones first and longest first, since the next title is glued on ("TT-BCANghị định"). */
const ISSUERS =
  'TANDTC|VKSNDTC|UBTVQH\\d{1,2}|BNNPTNT|BLĐTBXH|BVHTTDL|BGDĐT|BGTVT|BTNMT|BKHCN|BKHĐT|BTTTT|BNNMT|BDTTG|NHNN|UBDT|' +
  'UBND|HĐND|VPCP|TTCP|KTNN|BHXH|BNN|BXD|BTC|BTP|BCA|BCT|BNV|BYT|BQP|BNG|BCN|BTM|BKH|TTg|TW|CP';
const ISSUER = `(?:QH1\\d|QH\\d|[A-ZĐ]{2,5}-(?:${ISSUERS}|[A-ZĐ]{1,9}(?=$|[\\s;,.)]|\\p{Lu}\\p{Ll}))|[A-ZĐ]{2,9}(?=$|[\\s;,.)]|\\p{Lu}\\p{Ll}))`;
/** A title that ends in its year is glued to the number behind it: "Luật Cư trú 2020" + "68/2020/QH14". */
const SERIAL = '(?:(?<=(?<!\\d)(?:19|20)\\d{2})\\d{1,3}|(?<!\\d)\\d{1,4})';
const NUMBER = new RegExp(
  `(?:(?:(?:Luật|Bộ luật|Thông tư|Nghị định|Nghị quyết|Quyết định|Pháp lệnh)(?: số)?|[Ss]ố) )?` +
    `${SERIAL}(?:\\.\\d{1,2})?[a-zA-Z]?/(?:(?:19|20)\\d{2}/)?${ISSUER}`,
  'gu',
);
/** A number cell ends its row: the text ends, or the next title begins without a space. */
const NEXT_TITLE =
  /^\s*$|^(?!ngày )[\p{L}“"*•-]|^\s+(?:Luật|Bộ luật|Thông tư|Nghị định|Nghị quyết|Quyết định|Pháp lệnh) /u;
/** Behind the number that ends a title stands the number cell itself. */
const NEXT_IS_NUMBER = /^\s*(?:[Ss]ố )?\d/u;

/**
 * Splits the flattened table "Tên văn bản pháp lý, Mã văn bản". A number also occurs inside titles ("sửa đổi Nghị
 * định 23/2015/NĐ-CP"); the one that ends a row is glued to the next title or ends the text.
 */
export function parseLegalBasis(text: string, report: Report): { legalBasis: PortalLegalBasis[]; rest: string } {
  if (saysNothing(text)) {
    report('legal-basis-missing', 'legalBasis');
    return { legalBasis: [], rest: '' };
  }
  const body = text.replace(HEADER, '');
  const legalBasis: PortalLegalBasis[] = [];
  let from = 0;
  for (const match of body.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    const after = body.slice(end, end + 24);
    if (NEXT_IS_NUMBER.test(after) || !NEXT_TITLE.test(after)) continue;
    const title = oneLine(body.slice(from, match.index));
    legalBasis.push({ title: title === '' ? match[0] : title, number: match[0] });
    from = end;
  }
  const rest = oneLine(body.slice(from));
  if (rest !== '' || legalBasis.length === 0) report('legal-basis-unparsed', 'legalBasis');
  return { legalBasis, rest };
}
