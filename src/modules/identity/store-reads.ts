import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { ReadKind } from './model.ts';

/** One look, as it is kept. */
export interface NotedRead {
  readonly unitId: string;
  readonly staffId: string;
  readonly standsInFor: string | null;
  readonly consentId: string | null;
  readonly kind: ReadKind;
  readonly subject: string;
  readonly accountId: string | null;
  /** Pattern of the address, or name of the act. */
  readonly route: string;
}

interface NewRead extends NotedRead {
  readonly readId: string;
  readonly at: Date;
  /** No row when the same person looked at the same thing since then. */
  readonly notSince: Date;
}

export async function insertRead(db: Db, read: NewRead): Promise<void> {
  await sql`
    insert into sensitive_read (unit_id, read_id, at, staff_id, stands_in_for, consent_id, kind, subject, account_id, route)
    select ${read.unitId}, ${read.readId}::uuid, ${read.at}::timestamptz, ${read.staffId}::uuid,
      ${read.standsInFor}::uuid, ${read.consentId}::uuid, ${read.kind}, ${read.subject}, ${read.accountId}::uuid,
      ${read.route}
    where not exists (select from sensitive_read
      where unit_id = ${read.unitId} and subject = ${read.subject} and staff_id = ${read.staffId}
        and kind = ${read.kind} and at > ${read.notSince})`.execute(db);
}

/** The dossier of a subject `dossier:<id>…`; null for other subjects, so that the key's index serves the join. */
export const dossierIn = (subject: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ${subject} ~ '^dossier:[0-9a-f-]{36}' then substr(${subject}, 9, 36)::uuid end`;

export interface ReadsQuery {
  readonly unitId: string;
  readonly staffId?: string | undefined;
  readonly kind?: ReadKind | undefined;
  readonly subject?: string | undefined;
  /** Instants: from inclusive, to exclusive. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Only older ones than this. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface ReadRow {
  readonly readId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly standsInForName: string | null;
  readonly underConsent: boolean;
  readonly kind: ReadKind;
  readonly subject: string;
  /** Of the dossier that was looked at, when the unit has it. */
  readonly dossierCode: string | null;
  readonly accountId: string | null;
  readonly route: string;
}

/** Looks at personal data by the unit's staff, newest first; readable by the auditor's role. */
export async function listReads(db: Db, query: ReadsQuery): Promise<ReadRow[]> {
  const { unitId, staffId, kind, subject, from, to, before } = query;
  const { rows } = await sql<ReadRow>`
    select r.read_id as "readId", r.at, r.staff_id as "staffId", s.full_name as "staffName",
      absent.full_name as "standsInForName", r.consent_id is not null as "underConsent", r.kind, r.subject,
      d.code as "dossierCode", r.account_id as "accountId", r.route
    from sensitive_read r join staff s on s.staff_id = r.staff_id
      left join staff absent on absent.staff_id = r.stands_in_for
      left join dossier d on d.unit_id = r.unit_id and d.dossier_id = ${dossierIn(sql`r.subject`)}
    where r.unit_id = ${unitId}
      ${staffId ? sql`and r.staff_id = ${staffId}` : sql``} ${kind ? sql`and r.kind = ${kind}` : sql``}
      ${subject ? sql`and r.subject = ${subject}` : sql``}
      ${from ? sql`and r.at >= ${from}` : sql``} ${to ? sql`and r.at < ${to}` : sql``}
      ${before ? sql`and r.read_id < ${before}` : sql``}
    order by r.read_id desc limit ${query.limit}`.execute(db);
  return rows;
}
