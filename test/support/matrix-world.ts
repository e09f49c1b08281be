import { atDesk, insertTeam } from '../../src/desk/testing.ts';
import { loadSupportTurnKinds } from '../../src/modules/assistance/index.ts';
import { offerEverything } from '../../src/modules/catalogue/testing.ts';
import { submitDossier } from '../../src/modules/dossiers/index.ts';
import {
  filledDraft,
  insertAccount,
  ok,
  PROCEDURE,
  seedUnitAndCatalogue,
  submission,
} from '../../src/modules/dossiers/testing.ts';
import { inviteStaff, type Role } from '../../src/modules/identity/index.ts';
import { insertTestNeighbourhood, insertTestStaff, insertTestUnit } from '../../src/modules/identity/testing.ts';
import { transact } from '../../src/platform/db/index.ts';
import { putFile } from '../../src/platform/files/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { fromRoot } from '../../src/platform/paths.ts';
import { photo } from '../../src/portal/filings/testing.ts';
import type { testWeb } from './web.ts';

type Web = Awaited<ReturnType<typeof testWeb>>;

/** Real rows of one unit, by the names that addresses use for them. */
export interface Ids {
  readonly unitId: string;
  readonly accountId: string;
  readonly staffId: string;
  readonly dossierId: string;
  readonly fileId: string;
  readonly draftId: string;
  readonly paperId: string;
  readonly helperSessionId: string;
  readonly leaveId: string;
  readonly substitutionId: string;
  readonly invitationId: string;
  readonly neighbourhoodId: string;
  readonly pageKey: string;
  /** Of a procedure: the same for every unit. */
  readonly code: string;
}

/** For each name in an address of staff: which row of a unit stands there. A new name must be added here. */
export const idIn = (ids: Ids): Readonly<Record<string, string>> => ({ ...ids, id: ids.neighbourhoodId });

/** What any form may ask for, so that validation is not what stops a forged request; and what no form may be asked for. */
export const body = (ids: Ids, role: Role): Record<string, string> => ({
  version: '1',
  reason: 'Thử',
  receiver: 'Người Thử',
  method: 'counter',
  note: 'Thử',
  t: 'field:request',
  'r:field:request': 'Thử',
  code: PROCEDURE,
  key: newId(),
  c: newId(),
  body: 'a'.repeat(64),
  kind: 'vneid',
  place: 'home',
  minutes: '5',
  outcome: 'solved',
  who: ids.staffId,
  substitute: ids.staffId,
  roles: 'officer',
  unit: ids.unitId,
  turnId: newId(),
  cardQr: '074198000001||NGUYỄN THỊ HOA|05041998|Nữ|Số 5, khu phố 3|01012022',
  unitId: ids.unitId,
  unit_id: ids.unitId,
  staffId: ids.staffId,
  staff_id: ids.staffId,
  accountId: ids.accountId,
  teamId: newId(),
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  role,
});

let made = 0;

/** A citizen, a draft, a dossier with a paper, a helper at work, an absence with a substitute: one of each at a unit. */
export async function furnish(web: Web, unitId: string, at: Date, helper?: { staffId: string; teamId: string }) {
  const { db, platform } = web;
  made += 1;
  const accountId = await insertAccount(db, `+8491${String(made).padStart(7, '0')}`, `Người Của Nơi ${made}`);
  const draft = await filledDraft(db, accountId, unitId, at);
  const sent = { now: at, keys: platform.keys };
  const { dossierId } = ok(await submitDossier({ db, ...submission(draft, sent) }));
  const open = await filledDraft(db, accountId, unitId, at);
  const file = await putFile(platform.files, 'real', await photo('white'));
  const paper = { mime: 'image/jpeg', size_bytes: file.size, sha256: file.sha256, pages: 1 };
  await db
    .insertInto('dossier_paper')
    .values({
      ...{ ...paper, unit_id: unitId, dossier_id: dossierId, component_key: 'giay', component_name: 'Giấy' },
      ...{ file_id: file.fileId, added_at: at },
    })
    .execute();
  const paperId = newId();
  const owned = { ...paper, account_id: accountId, paper_id: paperId, file_id: file.fileId };
  await db
    .insertInto('paper')
    .values({ ...owned, original_name: 'giay.jpg', created_at: at, added_by: `citizen:${accountId}` })
    .execute();
  await db
    .insertInto('draft_paper')
    .values({ account_id: accountId, draft_id: open.draftId, component_key: 'giay', paper_id: paperId, position: 1 })
    .execute();
  const { staffId } = await insertTestStaff(db, `nguoi.${made}`, [{ unitId, role: 'officer' }]);
  const { staffId: other } = await insertTestStaff(db, `khac.${made}`, [{ unitId, role: 'helper' }]);
  const by = helper ?? { staffId, teamId: await insertTeam(web, unitId, `Đội ${made}`) };
  const helperSessionId = await helping(web, unitId, accountId, by, at);
  const leave = { unit_id: unitId, leave_id: newId(), entered_by: staffId, entered_at: at };
  const days = { valid_from: '2026-10-01', valid_to: '2026-12-31' };
  await db
    .insertInto('staff_leave')
    .values({ ...leave, ...days, staff_id: staffId })
    .execute();
  const substitutionId = newId();
  await db
    .insertInto('staff_substitution')
    .values({
      ...{ ...leave, ...days, substitution_id: substitutionId, roles: ['officer'] },
      ...{ absent_staff_id: staffId, substitute_staff_id: other },
    })
    .execute();
  const invitationId = newId();
  const values = {
    fullName: 'Người Được Mời',
    phone: null,
    roles: ['helper' as const],
    validFrom: '2026-11-03',
    validTo: null,
  };
  const inviting = { keys: platform.keys, now: at, actor: 'system', unitId, invitationId };
  await transact(db, (tx) => inviteStaff(tx, { ...inviting, values }));
  const neighbourhoodId = await insertTestNeighbourhood(db, unitId);
  const name = { name: 'Khu phố 1', recorded_at: at, recorded_by: 'system', valid_from: '2025-07-01' };
  await db
    .insertInto('neighbourhood_name')
    .values({ ...name, unit_id: unitId, neighbourhood_id: neighbourhoodId, name_id: newId() })
    .execute();
  const ids: Ids = {
    ...{ unitId, accountId, staffId, dossierId, fileId: file.fileId, draftId: open.draftId, paperId },
    ...{
      helperSessionId,
      leaveId: leave.leave_id,
      substitutionId,
      invitationId,
      neighbourhoodId,
      pageKey: 'noi-dung',
      code: PROCEDURE,
    },
  };
  return ids;
}

async function helping(
  { db }: Web,
  unitId: string,
  accountId: string,
  { staffId, teamId }: { staffId: string; teamId: string },
  at: Date,
): Promise<string> {
  const [consentId, helperSessionId] = [newId(), newId()];
  const who = { unit_id: unitId, team_id: teamId, staff_id: staffId, account_id: accountId, consent_id: consentId };
  await db
    .insertInto('consent')
    .values({
      ...who,
      ...{ text_code: 'assist-present', text_version: 1, text_hash: 'x', lang: 'vi', method: 'code-present' },
      purposes: ['account', 'file', 'follow'],
      code_id: newId(),
      given_at: at,
      expires_at: new Date('2027-01-01T00:00:00Z'),
    })
    .execute();
  await db
    .insertInto('helper_session')
    .values({
      ...who,
      helper_session_id: helperSessionId,
      account_opened: false,
      place: 'home',
      channel: 'in-person',
      started_at: at,
    })
    .execute();
  return helperSessionId;
}

/**
 * A commune with one person of each role, each with rows of their own; and a unit of every relation to it, furnished
 * alike: above (its province), below, former (merged into it), other.
 */
export async function matrixWorld(web: Web) {
  const { db, clock } = web;
  const own = await seedUnitAndCatalogue(db);
  await loadSupportTurnKinds(db, fromRoot('db', 'seed', 'support-turn-kinds.json'));
  await insertTestUnit(db, 'u-duoi', 'Khu vực Dưới');
  await db.updateTable('unit_version').set({ parent_unit_id: own }).where('unit_id', '=', 'u-duoi').execute();
  await insertTestUnit(db, 'u-cu', 'Phường Cũ');
  await insertTestUnit(db, 'u-khac', 'Phường Khác');
  for (const unitId of ['u-hcm', 'u-duoi', 'u-cu', 'u-khac']) await offerEverything(db, unitId);
  const now = clock.now();
  const before = new Date('2026-10-20T03:00:00Z');
  const foreign = {
    above: await furnish(web, 'u-hcm', now),
    below: await furnish(web, 'u-duoi', now),
    former: await furnish(web, 'u-cu', before),
    other: await furnish(web, 'u-khac', now),
  };
  await db.updateTable('unit_version').set({ valid_to: '2026-11-01' }).where('unit_id', '=', 'u-cu').execute();
  const teamId = await insertTeam(web, own);
  const people = new Map<Role, { visitor: Awaited<ReturnType<typeof atDesk>>; ids: Ids }>();
  for (const role of ['admin', 'leader', 'officer', 'helper', 'auditor'] as const) {
    const visitor = await atDesk(web, `vai.${role}`, { unitId: own, role, teamId });
    people.set(role, { visitor, ids: await furnish(web, own, now, { staffId: visitor.staffId, teamId }) });
  }
  return { own, foreign, people };
}
