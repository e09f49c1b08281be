import type { Refusal } from '../../platform/problem.ts';
import type { FeeChannel, FeePer } from './fee-model.ts';
import { refuse } from './problems.ts';

/** A fee as typed. */
export interface FeeForm {
  readonly channel: string;
  readonly label: string;
  readonly amount: string;
  readonly per: string;
  readonly furtherFrom: string;
  readonly further: string;
  readonly cap: string;
  readonly exemptions: string;
  readonly source: string;
}

/** A fee that can be kept; an amount of null ends it. */
export interface FeeFields {
  readonly channel: FeeChannel | null;
  readonly label: string;
  readonly amountVnd: number | null;
  readonly per: FeePer;
  readonly furtherFrom: number | null;
  readonly furtherVnd: number | null;
  readonly capVnd: number | null;
  readonly exemptions: string | null;
  readonly sourceRef: string;
}

const CHANNELS: readonly FeeChannel[] = ['online', 'post', 'in-person'];
const PERS: readonly FeePer[] = ['case', 'copy', 'page'];
/** Far above any fee of a commune: a slip of the keyboard ends here. */
const MOST_VND = 100_000_000;
const MOST = { label: 160, exemptions: 500, source: 300 } as const;

/** Đồng as people write them: 8000, 8.000, 8 000 đ. Undefined when it is no whole amount. */
export function readVnd(text: string): number | undefined {
  const clean = text.replace(/\s|đ(ồng)?\.?$|vnđ$|vnd$/giu, '').trim();
  if (!/^\d{1,3}(?:[.,]\d{3})+$|^\d+$/.test(clean)) return undefined;
  const amount = Number(clean.replace(/[.,]/g, ''));
  return amount <= MOST_VND ? amount : undefined;
}

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The fee that a form says, or what is wrong with it, field by field. */
export function readFee(form: FeeForm, ends = false): { fields: FeeFields } | { faults: [keyof FeeForm, Refusal][] } {
  const faults: [keyof FeeForm, Refusal][] = [];
  const money = (field: 'amount' | 'further' | 'cap'): number | null => {
    if (clean(form[field]) === '') return null;
    const amount = readVnd(form[field]);
    if (amount === undefined) faults.push([field, refuse('money-invalid')]);
    return amount ?? null;
  };
  const channel = CHANNELS.find((one) => one === form.channel) ?? null;
  const per = PERS.find((one) => one === form.per) ?? 'case';
  const amountVnd = ends ? null : money('amount');
  if (!ends && clean(form.amount) === '') faults.push(['amount', refuse('money-missing')]);
  const byPage = per === 'page' && !ends;
  const furtherVnd = byPage ? money('further') : null;
  const furtherFrom = byPage && clean(form.furtherFrom) !== '' ? Number(clean(form.furtherFrom)) : null;
  const badPage = furtherFrom !== null && (!Number.isInteger(furtherFrom) || furtherFrom < 2 || furtherFrom > 1000);
  if (badPage || (furtherFrom === null) !== (furtherVnd === null)) {
    if (!faults.some(([field]) => field === 'further')) faults.push(['furtherFrom', refuse('further-incomplete')]);
  }
  const capVnd = byPage ? money('cap') : null;
  if (capVnd === 0) faults.push(['cap', refuse('money-invalid')]);
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (clean(form[field]).length > most) faults.push([field, refuse('too-long', { most })]);
  }
  const sourceRef = clean(form.source);
  if (sourceRef === '') faults.push(['source', refuse('source-missing')]);
  if (faults.length > 0) return { faults };
  const exemptions = clean(form.exemptions) || null;
  const label = clean(form.label);
  return { fields: { channel, label, amountVnd, per, furtherFrom, furtherVnd, capVnd, exemptions, sourceRef } };
}
