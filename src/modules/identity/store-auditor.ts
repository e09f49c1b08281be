import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { Role } from './model.ts';
import { dossierIn } from './store-reads.ts';

/** Statements of the auditor's pages; every column is one that the role `baccau_auditor` may read. */
export interface EntriesQuery {
  readonly unitId: string;
  readonly act?: string | undefined;
  readonly staffId?: string | undefined;
  /** Instants: from inclusive, to exclusive. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Only links before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface EntryRow {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  readonly subject: string;
  readonly dossierCode: string | null;
}

export interface NamedStaff {
  readonly staffId: string;
  readonly name: string;
}

/** Links of the unit's chain, newest first, with the people who have or had a role there; one statement. */
export async function auditTrail(
  db: Db,
  query: EntriesQuery,
): Promise<{ entries: EntryRow[]; staff: NamedStaff[]; links: number }> {
  const { unitId, act, staffId, from, to, before } = query;
  // Exactly the person's own acts: as staff, in somebody's place, or as a helper under a consent.
  const by = staffId
    ? sql`and (e.actor = ${`staff:${staffId}`} or e.actor like ${`staff:${staffId}/%`} or e.actor like ${`helper:${staffId}/%`})`
    : sql``;
  const { rows } = await sql<{ entries: EntryRow[]; staff: NamedStaff[]; links: number }>`
    select coalesce((select jsonb_agg(jsonb_build_object('seq', x.seq, 'at', x.at, 'act', x.act, 'actor', x.actor,
          'subject', x.subject, 'dossierCode', d.code) order by x.seq desc)
        from (select e.* from audit_entry e where e.unit_id = ${unitId} ${by}
            ${act ? sql`and e.act = ${act}` : sql``}
            ${from ? sql`and e.at >= ${from}` : sql``} ${to ? sql`and e.at < ${to}` : sql``}
            ${before ? sql`and e.seq < ${before}` : sql``}
          order by e.seq desc limit ${query.limit}) x
        left join dossier d on d.unit_id = x.unit_id and d.dossier_id = ${dossierIn(sql`x.subject`)}), '[]') as entries,
      coalesce((select jsonb_agg(jsonb_build_object('staffId', s.staff_id, 'name', s.full_name) order by s.full_name)
        from staff s where s.staff_id in (select staff_id from staff_role where unit_id = ${unitId})), '[]') as staff,
      coalesce((select seq from audit_head where unit_id = ${unitId}), 0)::int as links`.execute(db);
  return rows[0] ?? { entries: [], staff: [], links: 0 };
}

export interface HeldRole {
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface AuditedStaff {
  readonly staffId: string;
  readonly name: string;
  readonly login: string;
  readonly disabled: boolean;
  readonly roles: readonly HeldRole[];
  /** For whom they stand in today or later. */
  readonly standIns: readonly { readonly name: string; readonly roles: readonly Role[]; readonly validTo: string }[];
}

/** Everybody who has or had a role at the unit, with all periods; one statement. */
export async function staffWithRoles(db: Db, unitId: string, today: string): Promise<AuditedStaff[]> {
  const { rows } = await sql<AuditedStaff>`
    select s.staff_id as "staffId", s.full_name as name, s.login, s.disabled_at is not null as disabled,
      jsonb_agg(jsonb_build_object('role', r.role, 'validFrom', r.valid_from, 'validTo', r.valid_to)
        order by r.valid_from desc, r.role) as roles,
      coalesce((select jsonb_agg(jsonb_build_object('name', a.full_name, 'roles', b.roles, 'validTo', b.valid_to)
          order by b.valid_from)
        from staff_substitution b join staff a on a.staff_id = b.absent_staff_id
        where b.unit_id = ${unitId} and b.substitute_staff_id = s.staff_id and b.ended_at is null
          and b.valid_to > ${today}), '[]') as "standIns"
    from staff_role r join staff s on s.staff_id = r.staff_id
    where r.unit_id = ${unitId}
    group by s.staff_id, s.full_name, s.login, s.disabled_at order by s.full_name, s.staff_id`.execute(db);
  return rows;
}
