import type { PaperDetail, Way } from './detail-model.ts';
import type { RevisionDetail } from './detail-seed-rules.ts';
import { groupWays } from './detail-ways-rules.ts';
import type { PortalFee, PortalMethod, PortalPaper, PortalProcedure } from './portal-import/portal-model.ts';

/** The portal's revision in the common shape: its own words, taken apart as far as that is sure. */
export function portalDetail(portal: PortalProcedure): RevisionDetail {
  const { agencies } = portal;
  return {
    name: portal.name,
    nameEn: null,
    nameSure: null,
    audience: portal.audience,
    agency: null,
    agencyText: agencies.competent ?? agencies.executing ?? agencies.authorized,
    source: 'portal',
    sourceRef: null,
    decisionNumber: portal.decisionNumber,
    serviceLevel: null,
    ways: groupWays(portal.methods.map(wayOf)),
    papers: portal.papers.map(paperOf),
    steps: portal.steps.map(({ label, text }) => ({ label, text })),
    conditions: portal.conditions,
    results: portal.results.map(({ name, code }) => ({ name, nameEn: null, code, sure: null })),
    legalBasis: portal.legalBasis.map(({ title, number }) => ({ title, number, article: null, sure: null })),
    toCheck: [],
    verbatim: Object.entries(portal.verbatim).map(([part, text]) => ({ part, text })),
  };
}

const wayOf = ({ channel, duration, feeText, fees, note }: PortalMethod): Way => ({
  channels: [channel],
  duration: { text: duration.text, note: null, sure: null },
  lateRule: null,
  extension: null,
  fee: { text: feeOf(feeText, fees), amountVnd: sameAmount(fees), cases: casesOf(fees), exempt: null, sure: null },
  note,
});

/** Short: the portal's whole text only where no amount could be read out of it. */
function feeOf(feeText: string | null, fees: readonly PortalFee[]): string | null {
  if (fees.length === 0 || fees.some(({ kind }) => kind === 'unknown')) return feeText;
  return null;
}

function sameAmount(fees: readonly PortalFee[]): number | null {
  const [first] = fees;
  if (!first || fees.some(({ kind, currency }) => kind === 'unknown' || (kind === 'amount' && currency !== 'VND')))
    return null;
  return fees.every(({ amount }) => amount === first.amount) ? first.amount : null;
}

const inOtherMoney = (fee: PortalFee | undefined): boolean => fee?.kind === 'amount' && fee.currency !== 'VND';

const casesOf = (fees: readonly PortalFee[]): Way['fee']['cases'] =>
  fees.length === 1 && !fees[0]?.note && !inOtherMoney(fees[0])
    ? []
    : fees.map(({ kind, amount, currency, note }) => ({
        label: note ?? '',
        amountVnd: kind === 'free' ? 0 : currency === 'VND' ? amount : null,
        text: kind === 'amount' && currency !== 'VND' && amount !== null ? `${amount} ${currency ?? ''}`.trim() : null,
        unitText: null,
        setByProvince: false,
        sure: null,
      }));

const paperOf = (paper: PortalPaper, at: number): PaperDetail => ({
  key: `giay-to-${at + 1}`,
  name: paper.name,
  nameEn: null,
  kind: paper.kind,
  required: null,
  isDeclaration: false,
  skipOnline: false,
  originals: paper.originals,
  copies: paper.copies,
  when: null,
  alternatives: [],
  note: null,
  group: paper.group,
  forms: paper.formNames,
  sure: null,
});
