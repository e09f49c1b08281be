export { unitsApi } from './api.ts';
export { computeDue, type Due, dueProblem, resumeDue } from './calendar/due.ts';
export { type Duration, isUnparsed, parseDuration, UNPARSED_SENTENCES } from './calendar/duration.ts';
export {
  addDays,
  isoLocal,
  type LocalDate,
  localDate,
  parseLocalDate,
  showDate,
  showDay,
  showTime,
  toInstant,
  toLocal,
} from './calendar/local-date.ts';
export { gioTo, tet } from './calendar/lunar.ts';
export type { WorkCalendar } from './calendar/model.ts';
export { isWorkingDay } from './calendar/work-calendar.ts';
export { currentHomeUnit } from './current-home-unit.ts';
export { importUnits } from './import.ts';
export { emptyReport, type ImportReport, type Neighbourhood, type UnitAt, type UnitKind } from './model.ts';

export {
  findUnit,
  findUnitByCode,
  findUnitByIdentifier,
  insertNeighbourhoods,
  listUnits,
  setHomeUnit,
  setHotline,
} from './store.ts';
export { workCalendarOf } from './work-calendar-of.ts';
