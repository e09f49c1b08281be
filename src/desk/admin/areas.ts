import type { AdminArea } from './area.ts';
import { backupsArea } from './backups/area.ts';
import { calendarArea } from './calendar/area.ts';
import { codeChannelArea } from './code-channel/area.ts';
import { feesArea } from './fees/area.ts';
import { hoursArea } from './hours/area.ts';
import { leaveArea } from './leave/area.ts';
import { neighbourhoodsArea } from './neighbourhoods/area.ts';
import { operationsArea } from './operations/area.ts';
import { proceduresArea } from './procedures/area.ts';
import { profileArea } from './profile/area.ts';
import { staffArea } from './staff/area.ts';
import { unitArea } from './unit/area.ts';

/** Every area of the administration, in the order in which a unit is set up. */
export const ADMIN_AREAS: readonly AdminArea[] = [
  profileArea,
  staffArea,
  codeChannelArea,
  neighbourhoodsArea,
  hoursArea,
  calendarArea,
  proceduresArea,
  feesArea,
  leaveArea,
  backupsArea,
  operationsArea,
  unitArea,
];
