import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { State } from './model.ts';

/** Which dossiers an officer looks at. */
export const WORK_FILTERS = {
  new: [1],
  working: [2, 4],
  waiting: [5],
  ready: [9],
  closed: [3, 10],
  /** For looking something up, wherever it is. */
  all: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
} as const satisfies Record<string, readonly State[]>;

export type WorkFilter = keyof typeof WORK_FILTERS;

export interface WorkRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly subjectName: string;
  readonly applicantName: string;
  readonly state: State;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly dueTentative: boolean;
  readonly helperName: string | null;
}

export interface WorkList {
  readonly rows: WorkRow[];
  readonly counts: Record<WorkFilter, number>;
  readonly overdue: number;
  readonly total: number;
}

export interface WorkQuery {
  readonly unitId: string;
  readonly filter: WorkFilter;
  readonly overdueOnly: boolean;
  /** Code or name, as typed. */
  readonly text: string;
  readonly page: number;
  readonly pageSize: number;
  readonly now: Date;
}

/** An officer's list with its counts, most urgent first; one statement. */
export async function workList(db: Db, query: WorkQuery): Promise<WorkList> {
  const states = [...WORK_FILTERS[query.filter]];
  const like = `%${query.text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`;
  const where = sql`d.unit_id = ${query.unitId} and d.state = any(${states}::smallint[])
    ${query.overdueOnly ? sql`and d.due_at < ${query.now}` : sql``}
    ${query.text ? sql`and (d.code ilike ${like} or d.subject_name ilike ${like} or d.applicant_name ilike ${like})` : sql``}`;
  const newestFirst = query.filter === 'closed';
  const order = newestFirst
    ? sql`d.updated_at desc, d.dossier_id`
    : sql`d.state in (3, 10), d.due_at nulls last, d.submitted_at, d.dossier_id`;
  const { rows } = await sql<{ rows: WorkRow[]; byState: Record<string, number>; overdue: number; total: number }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('dossierId', d.dossier_id, 'code', d.code, 'procedureName', d.procedure_name,
          'subjectName', d.subject_name, 'applicantName', d.applicant_name, 'state', d.state, 'submittedAt', d.submitted_at,
          'dueAt', d.due_at, 'dueTentative', d.due_tentative, 'helperName', d.helper_name) order by ${order})
        from (select * from dossier d where ${where} order by ${order}
          limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}) d), '[]') as rows,
      coalesce((select jsonb_object_agg(state, n) from (
        select d.state, count(*) as n from dossier d where d.unit_id = ${query.unitId} group by d.state) s), '{}') as "byState",
      (select count(*) from dossier d where d.unit_id = ${query.unitId} and d.state in (2, 4) and d.due_at < ${query.now}) as overdue,
      (select count(*) from dossier d where ${where}) as total`.execute(db);
  const row = rows[0];
  const byState = row?.byState ?? {};
  const counts = Object.fromEntries(
    Object.entries(WORK_FILTERS).map(([name, list]) => [
      name,
      list.reduce((sum, state) => sum + (byState[state] ?? 0), 0),
    ]),
  ) as Record<WorkFilter, number>;
  return { rows: row?.rows ?? [], counts, overdue: row?.overdue ?? 0, total: row?.total ?? 0 };
}

/** Days from `from` to `to` (Viet Nam's) on which open dossiers of a unit are promised, with how many. */
export async function openDueDays(
  db: Db,
  unitId: string,
  from: string,
  to: string,
): Promise<{ readonly day: string; readonly count: number }[]> {
  const day = sql`(due_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await sql<{ day: string; count: number }>`select ${day} as day, count(*) as count from dossier
    where unit_id = ${unitId} and state in (1, 2, 4, 5) and ${day} between ${from} and ${to} group by 1 order by 1`.execute(
    db,
  );
  return rows;
}
