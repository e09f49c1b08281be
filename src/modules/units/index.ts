export { unitsApi } from './api.ts';
export { neighbourhoodsApi } from './api-neighbourhoods.ts';
export { computeDue, type Due, dueProblem } from './calendar/due.ts';
export { type Duration, isUnparsed, parseDuration, UNPARSED_SENTENCES } from './calendar/duration.ts';
export { dayValue, type FormFault } from './calendar/form-rules.ts';
export {
  blocksLine,
  formOfHours,
  type HoursForm,
  readHours,
  readUnitDay,
  type UnitDayForm,
} from './calendar/hours-form.ts';
export {
  addDays,
  dateOf,
  isoLocal,
  type LocalDate,
  localDate,
  parseLocalDate,
  showDate,
  showDay,
  showTime,
  toInstant,
  toLocal,
  yearOf,
} from './calendar/local-date.ts';
export { gioTo, tet } from './calendar/lunar.ts';
export type { WorkCalendar } from './calendar/model.ts';
export { resumeDue } from './calendar/pause.ts';
export { hoursOn, isWorkingDay } from './calendar/work-calendar.ts';
export { type ToldDay, yearOfCalendar } from './calendar/year.ts';
export type { DayChange, DecisionChange } from './calendar/year-change.ts';
export { type Decided, formOfYear, type YearForm } from './calendar/year-form.ts';
export { loadCalendar } from './calendar-seed.ts';
export { currentHomeUnit } from './current-home-unit.ts';
export { decideYear, planYear, type YearPlan } from './edit-calendar.ts';
export { cancelOpeningHours, cancelUnitDay, setOpeningHours, setUnitDay } from './edit-hours.ts';
export type { HistorySeed, RelatedUnit, RelationKind, UnitVersion } from './history-model.ts';
export { historySeed } from './history-seed.ts';
export { importUnits } from './import.ts';
export { importUnitHistory } from './import-history.ts';
export { lockedNeighbourhoodPlan, planNeighbourhoodList, writeNeighbourhoods } from './import-neighbourhoods.ts';
export {
  emptyReport,
  type ImportReport,
  type NeighbourhoodAt,
  type ProfileFields,
  type ProfileRow,
  type UnitAt,
  type UnitKind,
} from './model.ts';
export {
  NEIGHBOURHOOD_COLUMNS,
  type NeighbourhoodField,
  type PlannedNeighbourhood,
} from './neighbourhood-import-rules.ts';
export {
  addNeighbourhood,
  closeNeighbourhood,
  type NeighbourhoodActor,
  renameNeighbourhood,
} from './neighbourhoods.ts';
export { type FoundPlace, reasonText } from './place-rules.ts';
export { refuse as refuseUnits } from './problems.ts';
export { type ProfileField, profileFaults, readProfile } from './profile-rules.ts';
export { saveProfile } from './save-profile.ts';
export {
  findUnit,
  findUnitByCode,
  findUnitByIdentifier,
  findUnitOrLast,
  hasNeighbourhood,
  listUnits,
  setHomeUnit,
} from './store.ts';
export { type DecisionRevision, decisionHistory, unitCalendarHistory } from './store-calendar-edit.ts';
export { insertNeighbourhoods, listNeighbourhoods } from './store-neighbourhoods.ts';
export { profileRows } from './store-profile.ts';
export { predecessorsOf, successorsOf, type UnitFile, unitFile, wholePredecessors } from './store-relations.ts';
export { searchUnits } from './store-search.ts';
export { forgetCalendars, shippedCalendar, workCalendarOf } from './work-calendar-of.ts';
