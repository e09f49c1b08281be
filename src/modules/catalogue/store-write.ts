import { sql } from 'kysely';
import { json, type Tx } from '../../platform/db/index.ts';

export interface NewRevision {
  readonly revisionId: string;
  readonly code: string;
  readonly source: 'seed' | 'portal';
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly content: unknown;
  readonly contentHash: string;
  readonly problems: readonly unknown[];
  readonly effectiveFrom: string;
}

export type Outcome = 'accepted' | 'updated' | 'unchanged';

/** One import at a time: two would race for the same revisions. Held until the commit. */
export const lockCatalogue = (tx: Tx) => sql`update catalogue_state set version = version`.execute(tx);

/**
 * Takes a batch of revisions of one source (each code once). A content seen before is unchanged; a new one becomes
 * the source's newest revision, and the procedure's current one unless our own stands there.
 */
export async function upsertRevisions(tx: Tx, batch: readonly NewRevision[], now: Date): Promise<Map<string, Outcome>> {
  if (batch.length === 0) return new Map();
  const rows = json(batch);
  const { rows: outcomes } = await sql<{ code: string; outcome: Outcome }>`
    with incoming as (
      select * from jsonb_to_recordset(${rows}) as i("revisionId" uuid, code text, source text, name text, field text,
        levels jsonb, content jsonb, "contentHash" text, problems jsonb, "effectiveFrom" date)),
    state as (
      select i.*, p.procedure_code is not null as known, 
        case when i.source = 'portal' then portal.content_hash when current.source = 'seed' then current.content_hash end as newest_hash
      from incoming i
        left join procedure p on p.procedure_code = i.code
        left join procedure_revision current on current.revision_id = p.current_revision_id
        left join procedure_revision portal on portal.revision_id = p.portal_revision_id),
    added as (
      insert into procedure_revision (revision_id, procedure_code, source, content, content_hash, problems, effective_from, created_at)
      select "revisionId", code, source, content, "contentHash", problems, "effectiveFrom", ${now} from state
      where newest_hash is distinct from "contentHash"
      on conflict (procedure_code, source, content_hash) do nothing
      returning revision_id, procedure_code),
    -- A text that stood there before and comes back is its old revision again.
    newest as (
      select s.*, coalesce(a.revision_id, r.revision_id) as revision_id from state s
        left join added a on a.procedure_code = s.code
        left join procedure_revision r on r.procedure_code = s.code and r.source = s.source and r.content_hash = s."contentHash"
      where s.newest_hash is distinct from s."contentHash"),
    written as (
      insert into procedure as p (procedure_code, name, field, levels, current_revision_id, portal_revision_id, updated_at)
      select code, name, field, array(select jsonb_array_elements_text(levels)), revision_id,
        case when source = 'portal' then revision_id end, ${now}
      from newest
      on conflict (procedure_code) do update set
        portal_revision_id = coalesce(excluded.portal_revision_id, p.portal_revision_id),
        current_revision_id = case when excluded.portal_revision_id is null
            or (select source from procedure_revision r where r.revision_id = p.current_revision_id) = 'portal'
          then excluded.current_revision_id else p.current_revision_id end,
        name = case when excluded.portal_revision_id is null
            or (select source from procedure_revision r where r.revision_id = p.current_revision_id) = 'portal'
          then excluded.name else p.name end,
        field = case when excluded.portal_revision_id is null
            or (select source from procedure_revision r where r.revision_id = p.current_revision_id) = 'portal'
          then excluded.field else p.field end,
        levels = case when excluded.portal_revision_id is null
            or (select source from procedure_revision r where r.revision_id = p.current_revision_id) = 'portal'
          then excluded.levels else p.levels end,
        updated_at = excluded.updated_at
      returning procedure_code)
    select s.code, case when s.newest_hash = s."contentHash" then 'unchanged'
      when s.newest_hash is null then 'accepted' else 'updated' end as outcome
    from state s left join written w on w.procedure_code = s.code`.execute(tx);
  return new Map(outcomes.map(({ code, outcome }) => [code, outcome]));
}

export async function raiseVersion(tx: Tx): Promise<void> {
  await sql`update catalogue_state set version = version + 1`.execute(tx);
}

export interface Dated {
  readonly code: string;
  readonly content: unknown;
  readonly contentHash: string;
  readonly effectiveFrom: string;
  readonly sourceRef: string;
}

/** Adds a guide version where the content differs from the newest one. @returns how many were added. */
export async function addGuides(tx: Tx, guides: readonly (Dated & { verifiedAt: string | null })[]): Promise<number> {
  const { rows } = await sql`
    insert into procedure_guide (procedure_code, version, content, content_hash, effective_from, source_ref, verified_at)
    select i.code, coalesce(newest.version, 0) + 1, i.content, i."contentHash", i."effectiveFrom", i."sourceRef", i."verifiedAt"
    from jsonb_to_recordset(${json(guides)}) as i(code text, content jsonb, "contentHash" text, "effectiveFrom" date, "sourceRef" text, "verifiedAt" date)
      left join lateral (select version, content_hash from procedure_guide g where g.procedure_code = i.code order by version desc limit 1) newest on true
    where newest.content_hash is distinct from i."contentHash" returning 1`.execute(tx);
  return rows.length;
}

/** Adds the form versions that are not there yet. A version once there never changes. */
export async function addForms(tx: Tx, forms: readonly (Dated & { version: number })[]): Promise<number> {
  const { rows } = await sql`
    insert into form_definition (procedure_code, version, content, content_hash, effective_from, source_ref)
    select i.code, i.version, i.content, i."contentHash", i."effectiveFrom", i."sourceRef"
    from jsonb_to_recordset(${json(forms)}) as i(code text, version int, content jsonb, "contentHash" text, "effectiveFrom" date, "sourceRef" text)
    on conflict (procedure_code, version) do nothing returning 1`.execute(tx);
  return rows.length;
}

export interface NewRoute {
  readonly routeId: string;
  readonly code: string;
  readonly route: string;
  readonly sure: string;
  readonly effectiveFrom: string;
  readonly sourceRef: string;
}

/** Default filing routes (everywhere); a unit's own rows win over them. */
export async function addRoutes(tx: Tx, routes: readonly NewRoute[]): Promise<number> {
  const { rows } = await sql`
    insert into filing_route (route_id, procedure_code, unit_id, route, sure, effective_from, source_ref)
    select i."routeId", i.code, null, i.route, i.sure, i."effectiveFrom", i."sourceRef"
    from jsonb_to_recordset(${json(routes)}) as i("routeId" uuid, code text, route text, sure text, "effectiveFrom" date, "sourceRef" text)
    on conflict (procedure_code, effective_from) where unit_id is null do nothing returning 1`.execute(tx);
  return rows.length;
}
