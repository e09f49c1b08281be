import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { UnitFee } from './fee-model.ts';
import { type Filing, filingOf, type RevisionContent } from './filing.ts';
import { parseForm } from './form/index.ts';
import type { PortalProcedure } from './portal-import/index.ts';
import { refuse } from './problems.ts';
import type { SeedGuide } from './seed-model.ts';
import { feesInForce } from './store-fees.ts';
import { offeredWay } from './store-in-force.ts';

export type Route = 'here' | 'national-portal' | 'provincial-portal' | 'counter';

export interface Guide {
  readonly vi: SeedGuide;
  readonly en: SeedGuide;
  readonly aliases: readonly string[];
}

export interface ProcedurePage {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly revisionId: string;
  readonly revision: RevisionContent;
  /** The portal's own text where ours is shown. */
  readonly portal: PortalProcedure | null;
  readonly guide: Guide | null;
  readonly guideVerifiedAt: string | null;
  /** Null: nobody said, or it would be filed here or at the counter but this unit does not take it. */
  readonly route: Route | null;
  readonly offered: boolean;
  /** Fees in force that the unit or its province entered. */
  readonly unitFees: readonly UnitFee[];
  readonly routeSure: 'V' | 'M' | 'm' | null;
  /** Newest form in force; null = the general form. */
  readonly formVersion: number | null;
}

/**
 * Everything a procedure's page shows, for a unit on a day; one statement.
 * A unit's own route wins over the general one; the latest in force wins within each.
 */
export async function procedurePage(
  db: Db,
  code: string,
  unitId: string | null,
  date: string,
): Promise<ProcedurePage | null> {
  const { rows } = await sql<Omit<ProcedurePage, 'revision'> & { source: 'seed' | 'portal'; content: unknown }>`
    select p.procedure_code as code, p.name, p.field, p.levels, p.current_revision_id as "revisionId", r.source, r.content,
      case when r.source = 'seed' then portal.content end as portal,
      guide.content as guide, guide.verified_at as "guideVerifiedAt", way.route, route.sure as "routeSure", form.version as "formVersion",
      coalesce(offer.offered, false) as offered, ${feesInForce(sql`p.procedure_code`, unitId, date)} as "unitFees"
    from procedure p
      join procedure_revision r on r.revision_id = p.current_revision_id
      left join procedure_revision portal on portal.revision_id = p.portal_revision_id
      left join lateral (select content, verified_at from procedure_guide g
        where g.procedure_code = p.procedure_code and g.effective_from <= ${date} order by g.version desc limit 1) guide on true
      ${offeredWay(unitId, date)}
      left join lateral (select version from form_definition d
        where d.procedure_code = p.procedure_code and d.effective_from <= ${date} order by d.version desc limit 1) form on true
    where p.procedure_code = ${code}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { source, content, ...page } = row;
  return { ...page, revision: { source, content } as RevisionContent };
}

export interface FilingPin {
  readonly procedureCode: string;
  readonly revisionId: string;
  readonly formVersion: number | null;
}

// Revisions and form versions never change, so what was read once stays right; the bound only saves memory.
const KEPT = 300;
const pinned = new Map<string, Filing>();

/** The filing of a pinned revision and form version. @throws when the database lost it: nothing may remove one. */
export async function pinnedFiling(db: Db, pin: FilingPin): Promise<Filing> {
  const key = `${pin.procedureCode}/${pin.revisionId}/${pin.formVersion ?? ''}`;
  const known = pinned.get(key);
  if (known) return known;
  const { rows } = await sql<{ source: 'seed' | 'portal'; content: unknown; form: unknown; effectiveFrom: string }>`
    select r.source, r.content, r.effective_from as "effectiveFrom", d.content as form
    from procedure_revision r
      left join form_definition d on d.procedure_code = r.procedure_code and d.version = ${pin.formVersion}
    where r.revision_id = ${pin.revisionId} and r.procedure_code = ${pin.procedureCode}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(`Revision ${pin.revisionId} of ${pin.procedureCode} is missing`);
  const parsed = row.form ? parseForm(row.form) : null;
  if (parsed && 'problems' in parsed) throw new Error(`Form of ${pin.procedureCode}: ${parsed.problems.join('; ')}`);
  const filing = filingOf({ source: row.source, content: row.content } as RevisionContent, {
    ...pin,
    form: parsed?.form ?? null,
    effectiveFrom: row.effectiveFrom,
  });
  if (pinned.size >= KEPT) pinned.delete(pinned.keys().next().value ?? '');
  pinned.set(key, filing);
  return filing;
}

const ELSEWHERE = {
  'national-portal': 'filed-on-national-portal',
  'provincial-portal': 'filed-on-provincial-portal',
  counter: 'filed-at-counter',
} as const;

/**
 * What a new draft pins today; refused where this unit does not take the filing here. Who has begun may finish: a
 * change of the route asks nothing of drafts that are open.
 */
export async function startFiling(db: Db, code: string, unitId: string, date: string) {
  const page = await procedurePage(db, code, unitId, date);
  if (!page) return refuse('not-found');
  const { route, offered } = page;
  if (route !== null && route !== 'here') return refuse(ELSEWHERE[route]);
  if (route === null) return refuse(offered ? 'not-filed-here' : 'not-offered');
  return { procedureCode: page.code, revisionId: page.revisionId, formVersion: page.formVersion };
}

export interface ProcedureRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly route: Route | null;
  readonly offered: boolean;
}

/** Procedures in order of their codes, for the API and for lists by code; at most `limit`. */
export async function listProcedures(
  db: Db,
  query: { codes?: readonly string[]; after?: string; limit: number; unitId: string | null; date: string },
): Promise<ProcedureRow[]> {
  const codes = query.codes ? [...query.codes] : null;
  const { rows } = await sql<ProcedureRow>`
    select p.procedure_code as code, p.name, p.field, p.levels, way.route, coalesce(offer.offered, false) as offered
    from procedure p
      ${offeredWay(query.unitId, query.date)}
    where (${codes}::text[] is null or p.procedure_code = any(${codes}::text[]))
      and (${query.after ?? null}::text is null or p.procedure_code > ${query.after ?? null})
    order by p.procedure_code limit ${query.limit}`.execute(db);
  return rows;
}
