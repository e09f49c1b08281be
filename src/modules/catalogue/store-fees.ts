import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { FeeRow } from './fee-model.ts';

/** Who may have entered a fee of a unit: itself, or the unit above it on that day (its province). */
const entering = (unitId: string | null, date: string) => sql`
  (r.unit_id = ${unitId} or r.unit_id = (select v.parent_unit_id from unit_version v
    where v.unit_id = ${unitId} and v.valid_from <= ${date} and (v.valid_to is null or v.valid_to > ${date})))`;

/**
 * A JSON list of the fees in force of a procedure at a unit. Each unit's last word on a channel and case counts; then
 * the unit's own goes before its province's.
 */
export const feesInForce = (code: RawBuilder<unknown>, unitId: string | null, date: string) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('channel', x.channel, 'label', x.label, 'amountVnd', x.amount_vnd, 'per', x.per,
      'furtherFrom', x.further_from, 'furtherVnd', x.further_vnd, 'capVnd', x.cap_vnd, 'exemptions', x.exemptions,
      'effectiveFrom', x.effective_from, 'effectiveTo', x.effective_to, 'sourceRef', x.source_ref, 'verifiedAt', x.verified_at)
      order by x.label, x.channel nulls first)
    from (select distinct on (coalesce(l.channel, ''), l.label) l.* from (
        select distinct on (r.unit_id, coalesce(r.channel, ''), r.label) r.* from procedure_fee r
        where r.procedure_code = ${code} and r.effective_from <= ${date} and ${entering(unitId, date)}
        order by r.unit_id, coalesce(r.channel, ''), r.label, r.effective_from desc, r.recorded_at desc, r.fee_id desc) l
      where l.amount_vnd is not null and (l.effective_to is null or l.effective_to > ${date})
      order by coalesce(l.channel, ''), l.label, l.unit_id <> ${unitId}) x), '[]')`;

/** Every row of a procedure's fees at a unit and its province, the latest beginning first. */
export async function feeHistory(db: Db, unitId: string, code: string, date: string): Promise<FeeRow[]> {
  const { rows } = await sql<FeeRow>`
    select fee_id as "feeId", channel, label, amount_vnd as "amountVnd", per, further_from as "furtherFrom",
      further_vnd as "furtherVnd", cap_vnd as "capVnd", exemptions, effective_from as "effectiveFrom",
      effective_to as "effectiveTo", source_ref as "sourceRef", verified_at as "verifiedAt", recorded_at as "recordedAt",
      unit_id = ${unitId} as "isOwn"
    from procedure_fee r where procedure_code = ${code} and ${entering(unitId, date)}
    order by effective_from desc, recorded_at desc, fee_id desc`.execute(db);
  return rows;
}

export type NewFee = Omit<FeeRow, 'isOwn'> & {
  readonly unitId: string;
  readonly code: string;
  /** `staff:<id>` */
  readonly recordedBy: string;
};

/** False when there is no such procedure. */
export async function insertFee(tx: Tx, fee: NewFee): Promise<boolean> {
  const { rows } = await sql`
    insert into procedure_fee (fee_id, procedure_code, unit_id, channel, label, amount_vnd, per, further_from, further_vnd,
      cap_vnd, exemptions, effective_from, effective_to, source_ref, verified_at, recorded_at, recorded_by)
    select ${fee.feeId}, p.procedure_code, ${fee.unitId}, ${fee.channel}, ${fee.label}, ${fee.amountVnd}, ${fee.per},
      ${fee.furtherFrom}, ${fee.furtherVnd}, ${fee.capVnd}, ${fee.exemptions}, ${fee.effectiveFrom}, ${fee.effectiveTo},
      ${fee.sourceRef}, ${fee.verifiedAt}, ${fee.recordedAt}, ${fee.recordedBy}
    from procedure p where p.procedure_code = ${fee.code} returning 1`.execute(tx);
  return rows.length > 0;
}

/** Procedures for which this unit or its province has a fee in force; for the checklist. */
export async function countFees(db: Db, unitId: string, date: string): Promise<number> {
  const { rows } = await sql<{ fees: number }>`
    select count(distinct procedure_code) as fees from procedure_fee r
    where ${entering(unitId, date)} and effective_from <= ${date} and (effective_to is null or effective_to > ${date})`.execute(
    db,
  );
  return rows[0]?.fees ?? 0;
}
