/** Pieces of statements: what is in force for a unit on a day. Of one subject the latest beginning wins. */
import { type RawBuilder, sql } from 'kysely';

/** `offer.offered`: the unit's last word on whether it takes `p`; null: it never said. */
export const latestOffer = (unitId: string | null, date: string) => sql`
  left join lateral (select o.offered, o.effective_from from offered_procedure o
    where o.unit_id = ${unitId} and o.procedure_code = p.procedure_code and o.effective_from <= ${date}
    order by o.effective_from desc, o.recorded_at desc, o.offered_id desc limit 1) offer on true`;

/** `route`: where a filing goes. A unit's own row wins over the general one. Keys are made in order of time. */
export const ownRoute = (code: RawBuilder<unknown>, unitId: string | null, date: string) => sql`
  left join lateral (select f.route, f.sure, f.unit_id, f.source_ref from filing_route f
    where f.procedure_code = ${code} and (f.unit_id is null or f.unit_id = ${unitId}) and f.effective_from <= ${date}
      and (f.effective_to is null or f.effective_to > ${date})
    order by f.unit_id is null, f.effective_from desc, f.route_id desc limit 1) route on true`;

/**
 * `offer.offered` and `way.route` of the procedure `p`: where a person files at this unit. What would be filed here or
 * at the counter has no way while the unit does not take it.
 */
export const offeredWay = (unitId: string | null, date: string) => sql`
  ${latestOffer(unitId, date)} ${ownRoute(sql`p.procedure_code`, unitId, date)}
  left join lateral (select case when route.route in ('here', 'counter') and offer.offered is not true then null
    else route.route end as route) way on true`;
