import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { offeredWay } from './store-in-force.ts';
import type { Route } from './store-read.ts';

/** What a row of a list says of a procedure. */
export interface ProcedureCard {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly field: string;
  readonly levels: readonly string[];
  readonly route: Route | null;
  /** The unit takes it. */
  readonly offered: boolean;
  readonly agency: 'ubnd-xa' | 'cong-an-xa' | null;
  /** The portal's words for who decides. */
  readonly agencyText: string | null;
  /** How the source lets people file: online, post, in-person. */
  readonly channels: readonly string[];
  readonly guide: { readonly vi: CardGuide; readonly en: CardGuide } | null;
}

interface CardGuide {
  readonly title: string;
  readonly summary: string;
}

export interface CardQuery {
  readonly codes?: readonly string[];
  /** Of communes, in this field. */
  readonly field?: string;
  /** Of communes, with a guide of ours. */
  readonly guided?: boolean;
  readonly unitId: string | null;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly limit: number;
  readonly offset?: number;
}

/** Rows of a list with how many there are in all; ours first, then what the unit takes, then by name; of `codes` in their own order. One statement. */
export async function procedureCards(db: Db, query: CardQuery): Promise<{ cards: ProcedureCard[]; total: number }> {
  const { codes, field, guided = false, unitId, date, limit, offset = 0 } = query;
  const { rows } = await sql<ProcedureCard & { total: number }>`
    select p.procedure_code as code, p.name, r.content->>'nameEn' as "nameEn", p.field, p.levels, way.route, coalesce(offer.offered, false) as offered,
      case when r.source = 'seed' then r.content->>'agency' end as agency,
      coalesce(r.content->'agencies'->>'competent', r.content->'agencies'->>'executing') as "agencyText",
      coalesce((select jsonb_agg(distinct m->>'channel') from jsonb_array_elements(r.content->'methods') m), '[]') as channels,
      case when guide.content is not null then jsonb_build_object(
        'vi', jsonb_build_object('title', guide.content->'vi'->'title', 'summary', guide.content->'vi'->'summary'),
        'en', jsonb_build_object('title', guide.content->'en'->'title', 'summary', guide.content->'en'->'summary')) end as guide,
      count(*) over () as total
    from procedure p
      join procedure_revision r on r.revision_id = p.current_revision_id
      left join lateral (select g.content from procedure_guide g
        where g.procedure_code = p.procedure_code and g.effective_from <= ${date} order by g.version desc limit 1) guide on true
      ${offeredWay(unitId, date)}
    where (${codes ? [...codes] : null}::text[] is null or p.procedure_code = any(${codes ? [...codes] : null}::text[]))
      and (${field ?? null}::text is null or (p.field = ${field ?? null} and 'commune' = any(p.levels)))
      and (not ${guided}::boolean or (guide.content is not null and 'commune' = any(p.levels)))
    order by array_position(${codes ? [...codes] : null}::text[], p.procedure_code), guide.content is null, offer.offered is not true, p.name, p.procedure_code
    limit ${limit} offset ${offset}`.execute(db);
  return { cards: rows.map(({ total: _total, ...card }) => card), total: rows[0]?.total ?? 0 };
}

export interface FieldCount {
  readonly field: string;
  readonly procedures: number;
}

/** Fields in which communes do something, with how many procedures each has; the fullest first. */
export async function communeFields(db: Db): Promise<FieldCount[]> {
  const { rows } = await sql<FieldCount>`
    select p.field, count(*) as procedures from procedure p where 'commune' = any(p.levels) and p.field <> ''
    group by p.field order by count(*) desc, p.field`.execute(db);
  return rows;
}
