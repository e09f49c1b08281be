import { workCalendarOf, yearOfCalendar } from '../../../modules/units/index.ts';
import type { AdminArea, SetUpContext, SetUpStep } from '../area.ts';
import { CALENDAR } from './paths.ts';

/** Next year's decision is issued in autumn; from then on the year to come should not be a guess. */
const EXPECTED_FROM = '-12-01';

async function setUp({ platform, session, now, today }: SetUpContext): Promise<SetUpStep> {
  const calendar = await workCalendarOf(platform.database.db, session.unitId, now);
  const year = Number(today.slice(0, 4));
  const guessed = (of: number) => yearOfCalendar(calendar, of).some(({ tentative }) => tentative);
  if (guessed(year))
    return { state: 'missing', text: `Lịch nghỉ năm ${year} còn ngày tạm tính. Hãy nhập quyết định của năm.` };
  if (guessed(year + 1) && today.slice(4) >= EXPECTED_FROM)
    return { state: 'missing', text: `Lịch nghỉ năm ${year + 1} còn tạm tính. Hãy nhập quyết định khi đã ban hành.` };
  if (guessed(year + 1))
    return { state: 'later', text: `Năm ${year} đã đủ. Năm ${year + 1} còn tạm tính, chờ quyết định.` };
  return { state: 'done', text: `Lịch nghỉ năm ${year} và ${year + 1} đã có quyết định.` };
}

export const calendarArea: AdminArea = {
  path: CALENDAR,
  title: 'Lịch nghỉ lễ, tết',
  text: 'Quyết định nghỉ hằng năm, hoán đổi ngày làm việc, nghỉ bù.',
  icon: 'calendar',
  action: 'unit.manage',
  setUp,
};
