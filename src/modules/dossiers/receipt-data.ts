import { type Answers, type Filing, personFrom, placeLine } from '../catalogue/index.ts';
import { maskCitizenNo } from '../identity/index.ts';
import type { UnitAt } from '../units/index.ts';
import { unitInSentence } from './rules.ts';
import type { ReceiptChannel, ReceiptData } from './slips/index.ts';
import type { DossierView } from './store-read.ts';

const CHANNELS: Readonly<Record<1 | 2 | 3, ReceiptChannel>> = { 1: 'counter', 2: 'online', 3: 'post' };

/** "Phường Chánh Hiệp" → "Chánh Hiệp", for the date line. */
const placeOf = (unitName: string): string => unitName.replace(/^(phường|xã|đặc khu)\s+/i, '');

/** Address of the public look-up; with the secret it opens without typing. */
export const trackingUrl = (origin: string, code: string, secret?: string): string =>
  `${origin}/tra-cuu/${code}${secret ? `?m=${secret}` : ''}`;

/**
 * What form 01 says of a dossier, for its owner and for the desk.
 * @param secret the tracking secret, opened; null prints a receipt without it
 */
export function receiptData(input: {
  readonly dossier: DossierView;
  readonly filing: Filing;
  readonly unit: UnitAt;
  readonly origin: string;
  readonly secret: string | null;
}): ReceiptData {
  const { dossier, filing, unit, origin, secret } = input;
  const received = dossier.receivedAt !== null;
  const officer = dossier.actions.findLast(({ kind }) => kind === 'receive')?.actorName;
  const requester = personFrom(filing.form, dossier.answers as Answers, 'requester');
  const address = typeof requester.residence === 'object' ? placeLine(requester.residence) : requester.residence;
  const centre = unit.centreName ?? `Trung tâm Phục vụ hành chính công ${unitInSentence(unit.name)}`;
  return {
    stage: received ? 'received' : 'submitted',
    demo: dossier.isDemo,
    channel: CHANNELS[dossier.channel],
    superior: `UBND ${unit.name}`.toLocaleUpperCase('vi'),
    issuer: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    receivingUnit: centre,
    place: placeOf(unit.name),
    issuedAt: dossier.receivedAt ?? dossier.submittedAt,
    code: dossier.code,
    requester: {
      name: dossier.applicantName,
      ...(address && { address }),
      phone: dossier.applicantPhone,
      ...(requester.email && { email: requester.email }),
      ...(requester.citizenNo && { idNumber: maskCitizenNo(requester.citizenNo) }),
    },
    ...(dossier.subjectName !== dossier.applicantName && { owner: { name: dossier.subjectName } }),
    procedure: { code: dossier.procedureCode, name: dossier.procedureName },
    papers: papersOf(dossier),
    sets: 1,
    duration: dossier.durationText || 'theo quy định',
    receivedAt: dossier.receivedAt ?? dossier.submittedAt,
    dueAt: dossier.dueAt,
    dueTentative: dossier.dueTentative,
    lookup: {
      url: `${origin}/tra-cuu`,
      ...(secret && { secret }),
      ...(unit.hotline && { hotline: unit.hotline }),
    },
    qrText: trackingUrl(origin, dossier.code, secret ?? undefined),
    resultPlace: unit.address ? `${centre}, ${unit.address}` : centre,
    ...(officer && { officer }),
    ...(dossier.helperName && { helper: { name: dossier.helperName, team: dossier.helperTeam ?? '' } }),
  };
}

/** One row a component; online papers are electronic copies. */
function papersOf({ papers }: DossierView) {
  const rows = new Map<string, { name: string; electronic: number }>();
  for (const { componentKey, componentName, superseded } of papers) {
    if (superseded) continue;
    const row = rows.get(componentKey) ?? { name: componentName, electronic: 0 };
    row.electronic += 1;
    rows.set(componentKey, row);
  }
  return [...rows.values()];
}
