export { importUnits } from './import.ts';
export { emptyReport, type ImportReport, type Neighbourhood, type UnitAt, type UnitKind } from './model.ts';
export { foldName } from './rules.ts';
export {
  findUnit,
  findUnitByCode,
  findUnitByIdentifier,
  homeUnit,
  listUnits,
  neighbourhoodsOf,
  setHomeUnit,
} from './store.ts';
export { currentHomeUnit } from './current-home-unit.ts';
export { isoLocal, type LocalDate, localDate, toInstant, toLocal } from './calendar/local-date.ts';
