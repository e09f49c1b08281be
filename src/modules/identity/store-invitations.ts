import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Role } from './model.ts';

export interface InvitationRow {
  readonly invitationId: string;
  readonly unitId: string;
  readonly kind: 'join' | 'renew';
  readonly staffId: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly tokenSealed: string;
  readonly totpSealed: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const COLUMNS = sql`i.invitation_id as "invitationId", i.unit_id as "unitId", i.kind, i.staff_id as "staffId",
  i.full_name as "fullName", i.phone, i.roles, i.valid_from as "validFrom", i.valid_to as "validTo",
  i.token_sealed as "tokenSealed", i.totp_sealed as "totpSealed", i.created_by as "createdBy",
  i.created_at as "createdAt", i.expires_at as "expiresAt"`;

const openAt = (now: Date) => sql`i.used_at is null and i.cancelled_at is null and i.expires_at > ${now}`;

/** False when this invitation was made before (the same form sent twice). */
export async function insertInvitation(tx: Tx, row: InvitationRow & { tokenHash: Buffer }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_invitation')
    .values({
      token_hash: row.tokenHash,
      invitation_id: row.invitationId,
      unit_id: row.unitId,
      kind: row.kind,
      staff_id: row.staffId,
      full_name: row.fullName,
      phone: row.phone,
      roles: [...row.roles],
      valid_from: row.validFrom,
      valid_to: row.validTo,
      token_sealed: row.tokenSealed,
      totp_sealed: row.totpSealed,
      created_by: row.createdBy,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    })
    .onConflict((conflict) => conflict.column('invitation_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The open invitation behind a link, with its unit's name; undefined when used, cancelled, expired or unknown. */
export async function findOpenInvitation(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  today: string,
): Promise<(InvitationRow & { unitName: string; login: string | null }) | undefined> {
  const { rows } = await sql<InvitationRow & { unitName: string; login: string | null }>`
    select ${COLUMNS}, coalesce(u.name, i.unit_id) as "unitName", s.login
    from staff_invitation i
    left join unit_version u on u.unit_id = i.unit_id and u.valid_from <= ${today}
      and (u.valid_to is null or u.valid_to > ${today})
    left join staff s on s.staff_id = i.staff_id
    where i.token_hash = ${tokenHash} and ${openAt(now)}`.execute(db);
  return rows[0];
}

/** One open invitation of a unit. */
export async function findInvitation(
  db: Db,
  unitId: string,
  invitationId: string,
  now: Date,
): Promise<InvitationRow | undefined> {
  const { rows } = await sql<InvitationRow>`select ${COLUMNS} from staff_invitation i
    where i.unit_id = ${unitId} and i.invitation_id = ${invitationId} and ${openAt(now)}`.execute(db);
  return rows[0];
}

/** Takes the invitation for good; false when somebody was faster. */
export async function useInvitation(tx: Tx, invitationId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update staff_invitation i set used_at = ${now}
    where i.invitation_id = ${invitationId} and ${openAt(now)} returning 1`.execute(tx);
  return rows.length === 1;
}

/** Cancels open invitations of a unit: one, all of a person's, or all that somebody made. @returns how many were open */
export async function cancelInvitations(
  tx: Tx,
  which: { unitId: string; invitationId?: string; staffId?: string; createdBy?: string },
  now: Date,
): Promise<number> {
  const { unitId, invitationId = null, staffId = null, createdBy = null } = which;
  const { rows } = await sql`update staff_invitation i set cancelled_at = ${now}
    where i.unit_id = ${unitId} and (${invitationId}::uuid is null or i.invitation_id = ${invitationId})
      and (${staffId}::uuid is null or i.staff_id = ${staffId})
      and (${createdBy}::text is null or i.created_by = ${createdBy}) and ${openAt(now)} returning 1`.execute(tx);
  return rows.length;
}
