import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

/** What an earlier, interrupted load of the demo left behind; each part is loaded whole or not at all. */
export interface DemoState {
  readonly staff: readonly { login: string; staffId: string; name: string }[];
  readonly teams: readonly { name: string; teamId: string }[];
  readonly households: boolean;
  readonly turns: boolean;
  readonly phones: readonly string[];
}

export async function demoState(db: Db, unitId: string): Promise<DemoState> {
  const { rows } = await sql<DemoState>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('login', login, 'staffId', staff_id, 'name', full_name)) from staff where is_demo), '[]') as staff,
      coalesce((select jsonb_agg(jsonb_build_object('name', name, 'teamId', team_id)) from team where unit_id = ${unitId}), '[]') as teams,
      exists (select from household where unit_id = ${unitId} and is_demo) as households,
      exists (select from support_turn where unit_id = ${unitId} and is_demo) as turns,
      coalesce((select jsonb_agg(phone) from account_phone join account using (account_id) where is_demo), '[]') as phones`.execute(
    db,
  );
  const state = rows[0];
  if (!state) throw new Error('The state of the demo could not be read');
  return state;
}
