import { feeLine } from '../../../modules/catalogue/fee-text-rules.ts';
import type { FeeRow, UnitFee } from '../../../modules/catalogue/index.ts';
import { localDate, showDate } from '../../../modules/units/index.ts';
import { CHANNEL_LABELS } from './text.ts';

export interface FeeView {
  readonly key: string;
  /** Case and way. */
  readonly what: string;
  readonly amount: string;
  readonly from: string;
  readonly source: string;
  readonly verified: boolean;
  readonly exemptions: string;
  readonly state: 'now' | 'later' | 'past' | 'end';
  readonly isOwn: boolean;
  /** Hidden fields of the form that ends this fee. */
  readonly channel: string;
  readonly label: string;
}

const show = (date: string): string => showDate(localDate(date));

const nameOf = ({ label, channel }: Pick<FeeRow, 'label' | 'channel'>): string =>
  [label || 'Mọi trường hợp', channel ? CHANNEL_LABELS[channel] : 'mọi cách nộp'].join(', ');

/** Rows of the history with their state on a day. @param inForce what people see on that day */
export function feeViews(history: readonly FeeRow[], inForce: readonly UnitFee[], today: string): FeeView[] {
  return history.map((row) => {
    const current = inForce.some(
      (fee) => fee.label === row.label && fee.channel === row.channel && fee.effectiveFrom === row.effectiveFrom,
    );
    // Of rows of one day, case and way, the one written last counts: it comes first.
    const first = history.find(
      (one) =>
        one.label === row.label && one.channel === row.channel && one.isOwn === row.isOwn && one.effectiveFrom <= today,
    );
    const later = row.effectiveFrom > today;
    return {
      key: row.feeId,
      what: nameOf(row),
      amount: row.amountVnd === null ? 'Không còn thu' : feeLine({ ...row, amountVnd: row.amountVnd }),
      from: row.effectiveTo ? `${show(row.effectiveFrom)} – trước ${show(row.effectiveTo)}` : show(row.effectiveFrom),
      source: row.sourceRef,
      verified: row.verifiedAt !== null,
      exemptions: row.exemptions ?? '',
      state: later ? 'later' : row.amountVnd === null ? 'end' : current && first === row ? 'now' : 'past',
      isOwn: row.isOwn,
      channel: row.channel ?? '',
      label: row.label,
    };
  });
}
