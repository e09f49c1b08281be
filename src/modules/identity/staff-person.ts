import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { refuse } from './problems.ts';
import { findStaffAt, type StaffAt } from './store-staff-admin.ts';

/** Somebody who holds or held a role at the unit. Refusal: `staff-unknown`. */
export const staffPerson = async (db: Db, unitId: string, staffId: string): Promise<StaffAt | Refusal> =>
  (await findStaffAt(db, unitId, staffId)) ?? refuse('staff-unknown');
