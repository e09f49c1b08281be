import { sql } from 'kysely';
import { guidedCodes, offerProcedures } from '../modules/catalogue/index.ts';
import { findUnitByCode, saveProfile, setHomeUnit, toLocal, workCalendarOf } from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/db/index.ts';
import type { FileStore, KeyRing } from '../platform/files/index.ts';
import { isRefusal, problemText } from '../platform/problem.ts';
import { withSystem } from './database.ts';
import type { DemoContext } from './demo/context.ts';
import { seedDossiers } from './demo/dossiers.ts';
import { seedHouseholds } from './demo/households.ts';
import { DEMO_HOTLINE, DEMO_PASSWORD, DEMO_STAFF, DEMO_UNIT_CODE } from './demo/people.ts';
import { seededRandom } from './demo/random.ts';
import { seedStaff } from './demo/staff.ts';
import { demoState } from './demo/state.ts';
import { seedTurns } from './demo/turns.ts';
import { openFiles } from './files.ts';
import { CommandError, EXIT, print, progress } from './output.ts';

interface DemoDeps {
  readonly config: Config;
  readonly db: Db;
  readonly files: FileStore;
  readonly keys: KeyRing;
  readonly now: Date;
}

/** Loads the demo unless it is there. @returns whether it was loaded now. */
export async function seedDemoOnce(deps: DemoDeps, say: (text: string) => void): Promise<boolean> {
  const { db, now } = deps;
  const { rows } = await sql<{ done: boolean }>`select demo_seeded_at is not null as done from installation`.execute(
    db,
  );
  if (rows[0]?.done) return false;
  if (!deps.config.demo) {
    throw new CommandError(
      'Dữ liệu chạy thử có mật khẩu ai cũng biết nên chỉ nạp được khi dùng cơ sở dữ liệu đi kèm và chỉ nghe ở máy này (127.0.0.1).',
      EXIT.failed,
    );
  }
  say('Đang nạp dữ liệu chạy thử…');
  const unit = await findUnitByCode(db, DEMO_UNIT_CODE, toLocal(now).date);
  if (!unit)
    throw new CommandError(
      `Chưa có đơn vị mang mã ${DEMO_UNIT_CODE}. Hãy chạy “baccau import units” trước.`,
      EXIT.failed,
    );
  await setHomeUnit(db, unit.unitId);
  await setUnitProfile(db, unit.unitId, now);
  await offerGuided(db, unit.unitId, now);
  const context: DemoContext = {
    ...deps,
    unit: { ...unit, since: '2025-07-01' },
    calendar: await workCalendarOf(db, unit.unitId, now),
    random: seededRandom(2026),
  };
  const people = await seedStaff(context);
  const state = await demoState(db, unit.unitId);
  if (!state.households) await seedHouseholds(context);
  const officer = people.staff.get('canbo');
  if (officer) await seedDossiers(context, officer, new Set(state.phones));
  if (!state.turns) await seedTurns(context, people);
  await sql`update installation set demo_seeded_at = ${now}, mode = 'demo'`.execute(db);
  return true;
}

/** The demo's hotline; the identifier stays provisional, since none was assigned to this installation. */
async function setUnitProfile(db: Db, unitId: string, now: Date): Promise<void> {
  const fields = { hotline: DEMO_HOTLINE, hotlineHours: null, address: null, identifier: null, centreName: null };
  const refused = await saveProfile(db, { unitId, actor: 'system', now, fields, effectiveFrom: '2025-07-01' });
  if (refused) throw new CommandError(problemText(refused), EXIT.failed);
}

/** The demo's commune takes every procedure that has a guide of ours, where the general routes say. */
async function offerGuided(db: Db, unitId: string, now: Date): Promise<void> {
  const change = { unitId, actor: 'system', now, offered: true, route: null, effectiveFrom: '2025-07-01' };
  const codes = await guidedCodes(db);
  const written = await offerProcedures(db, { ...change, codes, sourceRef: 'Dữ liệu chạy thử' });
  if (isRefusal(written)) throw new CommandError(problemText(written), EXIT.failed);
}

/** `seed demo`: repeatable; a second run changes nothing. */
export const seedDemoCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async ({ config, database }) => {
    const { files, keys } = await openFiles(config, database.db);
    const loaded = await seedDemoOnce({ config, db: database.db, files, keys, now: systemClock.now() }, progress);
    print(options, { loaded }, [loaded ? 'Đã nạp dữ liệu chạy thử.' : 'Dữ liệu chạy thử đã có sẵn, không đổi gì.']);
    return EXIT.ok;
  });

/** What the start prints for people who try it. */
export function demoAccountLines(origin: string): string[] {
  return [
    '',
    'Bản chạy thử: người và hồ sơ đều bịa.',
    `  Người dân: vào ${origin}/dang-nhap với số di động bất kỳ; mã nằm ở ${origin}/demo/hop-thu`,
    `  Cán bộ:    vào ${origin}/desk/dang-nhap, mật khẩu chung “${DEMO_PASSWORD}”, mã xác thực ở ${origin}/demo/hop-thu`,
    `             tên đăng nhập: ${DEMO_STAFF.map(({ login }) => login).join(', ')}`,
    '',
  ];
}
