import type { StaffSession } from '../../modules/identity/index.ts';
import {
  type ActingWho,
  actingSession,
  type Helper,
  type HelperSession,
  type Purpose,
  refuseMandate,
} from '../../modules/mandates/index.ts';
import { teamOf } from '../../modules/teams/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';

/** Who helps, and for which team today. @throws RefusalError when the person is in no team */
export async function helperOf(platform: Platform, session: StaffSession): Promise<Helper> {
  const { staffId, name, unitId, unitName } = session;
  const team = await teamOf(platform.database.db, unitId, staffId, toLocal(platform.clock.now()).date);
  if (!team) throw new RefusalError(refuseMandate('no-team'));
  return { staffId, staffName: name, unitId, unitName, teamId: team.teamId, teamName: team.name };
}

export const actingWho = (session: StaffSession, helperSessionId: string): ActingWho => ({
  unitId: session.unitId,
  staffId: session.staffId,
  helperSessionId,
});

/** The helper's session, when it may act now. @throws RefusalError otherwise, whatever the reason */
export async function liveSession(
  platform: Platform,
  session: StaffSession,
  helperSessionId: string,
  purpose: Purpose | null,
): Promise<HelperSession> {
  const who = actingWho(session, helperSessionId);
  const live = await actingSession(platform.database.db, who, purpose, platform.clock.now());
  if (isRefusal(live)) throw new RefusalError(live);
  return live;
}
