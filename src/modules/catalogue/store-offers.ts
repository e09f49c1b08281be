import { sql } from 'kysely';
import { type Db, json, type Tx } from '../../platform/db/index.ts';
import type { OfferCounts, OfferRow } from './offer-model.ts';
import { feesInForce } from './store-fees.ts';
import { latestOffer, ownRoute } from './store-in-force.ts';

export interface OfferQuery {
  readonly unitId: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** In this order; else by name. */
  readonly codes?: readonly string[];
  readonly which: 'offered' | 'guided' | 'commune';
  readonly limit: number;
  readonly offset: number;
}

/** Procedures as their administrator sees them, with the counts of the whole; one statement. */
export async function offerRows(
  db: Db,
  query: OfferQuery,
): Promise<{ rows: OfferRow[]; total: number; counts: OfferCounts }> {
  const { unitId, date, which, limit, offset } = query;
  const codes = query.codes ? [...query.codes] : null;
  const guided = sql`exists (select from procedure_guide g where g.procedure_code = p.procedure_code)`;
  const { rows } = await sql<{ rows: OfferRow[]; total: number; counts: OfferCounts }>`
    with seen as (
      select p.procedure_code as code, p.name, p.field, 'commune' = any(p.levels) as commune, ${guided} as guided,
        coalesce(offer.offered, false) as offered, offer.effective_from as since
      from procedure p ${latestOffer(unitId, date)}),
    wanted as (
      select s.*, array_position(${codes}::text[], s.code) as place, count(*) over () as total from seen s
      where (${codes}::text[] is null or s.code = any(${codes}::text[]))
        and (${codes}::text[] is not null or case ${which}::text when 'offered' then s.offered
          when 'guided' then s.guided else s.commune or s.offered end)
      order by place, s.name, s.code limit ${limit} offset ${offset})
    select (select jsonb_build_object('offered', count(*) filter (where offered), 'guided', count(*) filter (where guided)) from seen) as counts,
      coalesce((select max(total) from wanted), 0) as total,
      coalesce((select jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'field', w.field, 'guided', w.guided,
          'offered', w.offered, 'since', w.since, 'next', later.next, 'route', route.route, 'routeSource', route.source_ref,
          'routeIsOwn', coalesce(route.unit_id is not null, false), 'routeSure', route.sure,
          'fees', jsonb_array_length(${feesInForce(sql`w.code`, unitId, date)})) order by w.place, w.name, w.code)
        from wanted w ${ownRoute(sql`w.code`, unitId, date)}
          left join lateral (select jsonb_build_object('from', o.effective_from, 'offered', o.offered) as next
            from offered_procedure o where o.unit_id = ${unitId} and o.procedure_code = w.code and o.effective_from > ${date}
            order by o.effective_from, o.recorded_at desc, o.offered_id desc limit 1) later on true), '[]') as rows`.execute(
    db,
  );
  return rows[0] ?? { rows: [], total: 0, counts: { offered: 0, guided: 0 } };
}

/** True when the unit takes at least one procedure on a day. */
export async function offersAnything(db: Db, unitId: string, date: string): Promise<number> {
  const { rows } = await sql<{ offered: number }>`
    select count(*) as offered from (select distinct on (procedure_code) offered from offered_procedure
      where unit_id = ${unitId} and effective_from <= ${date}
      order by procedure_code, effective_from desc, recorded_at desc, offered_id desc) o where offered`.execute(db);
  return rows[0]?.offered ?? 0;
}

export interface OfferHistory {
  readonly from: string;
  readonly what: 'offered' | 'stopped' | 'route';
  readonly route: string | null;
  readonly sourceRef: string;
}

/** Everything that the unit wrote down of one procedure, the latest beginning first. */
export async function offerHistory(db: Db, unitId: string, code: string): Promise<OfferHistory[]> {
  const { rows } = await sql<OfferHistory>`
    select effective_from as "from", case when offered then 'offered' else 'stopped' end as what, null as route,
      source_ref as "sourceRef", offered_id as id
    from offered_procedure where unit_id = ${unitId} and procedure_code = ${code}
    union all
    select effective_from, 'route', route, source_ref, route_id from filing_route
    where unit_id = ${unitId} and procedure_code = ${code}
    order by "from" desc, id desc`.execute(db);
  return rows;
}

/** Codes with a guide of ours. */
export async function guidedCodes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct procedure_code as code from procedure_guide join procedure using (procedure_code) order by 1`.execute(
    db,
  );
  return rows.map(({ code }) => code);
}

export interface NewDated {
  readonly id: string;
  readonly code: string;
}

interface By {
  readonly unitId: string;
  readonly effectiveFrom: string;
  readonly sourceRef: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Writes down that procedures are (no longer) taken, where that is not so on that day yet. @returns how many rows. */
export async function insertOffers(tx: Tx, by: By, offered: boolean, rows: readonly NewDated[]): Promise<number> {
  const { rows: written } = await sql`
    insert into offered_procedure (unit_id, offered_id, procedure_code, effective_from, offered, source_ref, recorded_at, recorded_by)
    select ${by.unitId}, t.id, p.procedure_code, ${by.effectiveFrom}, ${offered}, ${by.sourceRef}, ${by.recordedAt}, ${by.recordedBy}
    from jsonb_to_recordset(${json(rows)}) as t(id uuid, code text) join procedure p on p.procedure_code = t.code
      ${latestOffer(by.unitId, by.effectiveFrom)}
    where coalesce(offer.offered, false) is distinct from ${offered}::boolean
    returning 1`.execute(tx);
  return written.length;
}

/** Writes down where filings go at this unit, where that is not its own word on that day yet. @returns how many rows. */
export async function insertOwnRoutes(tx: Tx, by: By, route: string, rows: readonly NewDated[]): Promise<number> {
  const { rows: written } = await sql`
    insert into filing_route (route_id, procedure_code, unit_id, route, sure, effective_from, source_ref, recorded_by)
    select t.id, p.procedure_code, ${by.unitId}, ${route}, 'M', ${by.effectiveFrom}, ${by.sourceRef}, ${by.recordedBy}
    from jsonb_to_recordset(${json(rows)}) as t(id uuid, code text) join procedure p on p.procedure_code = t.code
      ${ownRoute(sql`t.code`, by.unitId, by.effectiveFrom)}
    where route.route is distinct from ${route} or route.unit_id is null
    returning 1`.execute(tx);
  return written.length;
}
