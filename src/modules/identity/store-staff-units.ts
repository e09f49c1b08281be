import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { Role } from './model.ts';

export interface StaffUnit {
  readonly unitId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The units where somebody holds a role of their own today, by name. */
export async function unitsToday(db: Db, staffId: string, today: string): Promise<StaffUnit[]> {
  const { rows } = await sql<StaffUnit>`
    select r.unit_id as "unitId", coalesce(u.name, r.unit_id) as name, array_agg(distinct r.role order by r.role) as roles
    from staff_role r left join unit_version u on u.unit_id = r.unit_id and u.valid_from <= ${today}
      and (u.valid_to is null or u.valid_to > ${today})
    where r.staff_id = ${staffId} and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})
    group by r.unit_id, u.name order by name, r.unit_id`.execute(db);
  return rows;
}
