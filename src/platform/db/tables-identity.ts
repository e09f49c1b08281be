/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
import type { Generated } from 'kysely';

export interface IdentityTables {
  account: {
    account_id: string;
    full_name: string | null;
    date_of_birth: string | null;
    sex: string | null;
    citizen_no_sealed: string | null;
    citizen_no_mask: string | null;
    address: string | null;
    email: string | null;
    home_unit_id: string | null;
    created_at: Date;
    created_by: string;
    is_demo: Generated<boolean>;
  };
  account_phone: {
    phone: string;
    account_id: string;
    since: Date;
  };
  household: {
    unit_id: string;
    household_id: string;
    neighbourhood_id: string;
    address: string;
    phone: string | null;
    created_at: Date;
    is_demo: Generated<boolean>;
    valid_from: string;
    valid_to: string | null;
    successor_unit_id: string | null;
    successor_household_id: string | null;
    predecessor_unit_id: string | null;
    predecessor_household_id: string | null;
  };
  household_member: {
    unit_id: string;
    household_id: string;
    member_id: string;
    full_name: string;
    birth_year: number;
    sex: string;
    is_head: Generated<boolean>;
    account_id: string | null;
  };
  one_time_code: {
    code_id: string;
    phone: string;
    purpose: string;
    act_hash: string | null;
    code_hash: Buffer;
    created_at: Date;
    expires_at: Date;
    attempts: Generated<number>;
    used_at: Date | null;
  };
  sensitive_read: {
    unit_id: string;
    read_id: string;
    at: Date;
    staff_id: string;
    stands_in_for: string | null;
    consent_id: string | null;
    kind: string;
    subject: string;
    account_id: string | null;
    route: string;
  };
  session: {
    token_hash: Buffer;
    kind: string;
    account_id: string | null;
    staff_id: string | null;
    unit_id: string | null;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    device: string | null;
  };
  staff: {
    staff_id: string;
    login: string;
    full_name: string;
    phone: string | null;
    password_hash: string;
    totp_sealed: string;
    totp_last_step: Generated<number>;
    disabled_at: Date | null;
    created_at: Date;
    is_demo: Generated<boolean>;
  };
  staff_invitation: {
    token_hash: Buffer;
    invitation_id: string;
    unit_id: string;
    kind: string;
    staff_id: string;
    full_name: string;
    phone: string | null;
    roles: string[];
    valid_from: string;
    valid_to: string | null;
    token_sealed: string;
    totp_sealed: string;
    created_by: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    cancelled_at: Date | null;
  };
  staff_leave: {
    unit_id: string;
    leave_id: string;
    staff_id: string;
    valid_from: string;
    valid_to: string;
    entered_by: string;
    entered_at: Date;
    cancelled_by: string | null;
    cancelled_at: Date | null;
  };
  staff_role: {
    unit_id: string;
    staff_id: string;
    role: string;
    valid_from: string;
    valid_to: string | null;
  };
  staff_substitution: {
    unit_id: string;
    substitution_id: string;
    leave_id: string;
    absent_staff_id: string;
    substitute_staff_id: string;
    roles: string[];
    valid_from: string;
    valid_to: string;
    entered_by: string;
    entered_at: Date;
    ended_by: string | null;
    ended_at: Date | null;
  };
}
