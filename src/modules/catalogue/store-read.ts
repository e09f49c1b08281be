import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { type Filing, filingOf, type RevisionContent } from './filing.ts';
import { parseForm } from './form/index.ts';
import type { PortalProcedure } from './portal-import/index.ts';
import { refuse } from './problems.ts';
import type { SeedGuide } from './seed-model.ts';

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
  readonly route: Route | null;
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
      guide.content as guide, guide.verified_at as "guideVerifiedAt", route.route, route.sure as "routeSure", form.version as "formVersion"
    from procedure p
      join procedure_revision r on r.revision_id = p.current_revision_id
      left join procedure_revision portal on portal.revision_id = p.portal_revision_id
      left join lateral (select content, verified_at from procedure_guide g
        where g.procedure_code = p.procedure_code and g.effective_from <= ${date} order by g.version desc limit 1) guide on true
      left join lateral (select f.route, f.sure from filing_route f
        where f.procedure_code = p.procedure_code and (f.unit_id is null or f.unit_id = ${unitId}) and f.effective_from <= ${date}
          and (f.effective_to is null or f.effective_to > ${date})
        order by f.unit_id is null, f.effective_from desc limit 1) route on true
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

/** What a new draft pins today; refused where this unit does not take the filing here. */
export async function startFiling(db: Db, code: string, unitId: string, date: string) {
  const page = await procedurePage(db, code, unitId, date);
  if (!page) return refuse('not-found');
  if (page.route !== 'here') return refuse('not-filed-here');
  return { procedureCode: page.code, revisionId: page.revisionId, formVersion: page.formVersion };
}

export interface ProcedureRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly route: Route | null;
}

/** Procedures in order of their codes, for the API and for lists by code; at most `limit`. */
export async function listProcedures(
  db: Db,
  query: { codes?: readonly string[]; after?: string; limit: number; unitId: string | null; date: string },
): Promise<ProcedureRow[]> {
  const codes = query.codes ? [...query.codes] : null;
  const { rows } = await sql<ProcedureRow>`
    select p.procedure_code as code, p.name, p.field, p.levels, route.route
    from procedure p
      left join lateral (select f.route from filing_route f
        where f.procedure_code = p.procedure_code and (f.unit_id is null or f.unit_id = ${query.unitId}) and f.effective_from <= ${query.date}
          and (f.effective_to is null or f.effective_to > ${query.date})
        order by f.unit_id is null, f.effective_from desc limit 1) route on true
    where (${codes}::text[] is null or p.procedure_code = any(${codes}::text[]))
      and (${query.after ?? null}::text is null or p.procedure_code > ${query.after ?? null})
    order by p.procedure_code limit ${query.limit}`.execute(db);
  return rows;
}
