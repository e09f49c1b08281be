import type { PaperDetail, ProcedureDetail, Way } from './detail-model.ts';
import { groupWays } from './detail-ways-rules.ts';
import type { SeedMethod, SeedPaper, SeedProcedure } from './seed-format-model.ts';

/** The part of a detail that the revision itself says. */
export type RevisionDetail = Omit<
  ProcedureDetail,
  | 'code'
  | 'field'
  | 'levels'
  | 'route'
  | 'routeSure'
  | 'offered'
  | 'unitFees'
  | 'formVersion'
  | 'guide'
  | 'verifiedAt'
  | 'portalUrl'
>;

/** Our own revision in the common shape. */
export function seedDetail(seed: SeedProcedure): RevisionDetail {
  return {
    name: seed.name,
    nameEn: seed.nameEn,
    nameSure: seed.nameSure,
    audience: seed.audience,
    agency: seed.agency,
    agencyText: null,
    source: 'seed',
    sourceRef: seed.source_ref,
    decisionNumber: null,
    serviceLevel: {
      value: seed.serviceLevel.value,
      reason: seed.serviceLevel.reason ?? null,
      sure: seed.serviceLevel.sure,
    },
    ways: groupWays(seed.methods.map(wayOf)),
    papers: seed.papers.map(paperOf),
    steps: [],
    conditions: null,
    results: seed.results.map(({ name, nameEn, code, sure }) => ({ name, nameEn, code: code ?? null, sure })),
    legalBasis: seed.legalBasis.map(({ title, number, article, sure }) => ({
      title,
      number,
      article: article ?? null,
      sure,
    })),
    toCheck: seed.toCheck ?? [],
    verbatim: [],
  };
}

const wayOf = ({ channel, duration, rule, extension, fee }: SeedMethod): Way => ({
  channels: [channel],
  duration: { text: duration.text, note: duration.note ?? null, sure: duration.sure },
  lateRule: rule ?? null,
  extension: extension
    ? {
        text: extension.text ?? null,
        total: extension.total ?? false,
        when: extension.when,
        sure: extension.sure,
      }
    : null,
  fee: {
    text: fee.text,
    amountVnd: fee.amountVnd ?? null,
    cases: (fee.items ?? []).map((item) => ({
      label: item.case,
      amountVnd: item.amountVnd ?? null,
      text: null,
      unitText: item.unitText ?? null,
      setByProvince: item.setByProvince ?? false,
      sure: item.sure,
    })),
    exempt: fee.exempt ?? null,
    sure: fee.sure,
  },
  note: null,
});

const paperOf = (paper: SeedPaper): PaperDetail => ({
  key: paper.key,
  name: paper.name,
  nameEn: paper.nameEn,
  kind: paper.kind,
  required: paper.required,
  isDeclaration: paper.isDeclaration ?? false,
  skipOnline: paper.skipOnline ?? false,
  originals: paper.originals,
  copies: paper.copies,
  when: paper.when ?? null,
  alternatives: paper.alternatives ?? [],
  note: paper.note ?? null,
  group: null,
  forms: paper.formCode ? [paper.formCode] : [],
  sure: paper.sure,
});
