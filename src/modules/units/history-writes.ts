import type { UnitRelation } from './history-model.ts';
import type { PlannedUnit } from './history-plan.ts';
import type { RowProblem } from './history-rules.ts';
import { foldName } from './rules.ts';
import type { EndedVersion, OldVersion } from './store-history.ts';

interface State {
  /** What an earlier import left for the day, by `kind:code`. */
  readonly ended: ReadonlyMap<string, EndedVersion>;
  /** Units in force on the day: true where the version began before it, so that there is no room for an old one. */
  readonly startedEarlier: ReadonlyMap<string, boolean>;
  readonly effective: string;
  readonly start: string;
  readonly sourceRef: string;
  readonly newId: () => string;
}

type Outcome = 'accepted' | 'updated' | 'unchanged' | 'rejected';

export interface HistoryChanges {
  readonly units: { unitId: string; kind: string }[];
  readonly versions: OldVersion[];
  readonly relations: (UnitRelation & { sourceRef: string })[];
  readonly corrections: OldVersion[];
  /** Units whose relations of the day are replaced. */
  readonly relinked: string[];
  readonly outcomes: { line: number | null; outcome: Outcome }[];
  readonly problems: RowProblem[];
}

const linkText = (links: readonly { toUnitId: string; relation: string; legalDocument: string }[]): string =>
  links
    .map(({ toUnitId, relation, legalDocument }) => `${toUnitId} ${relation} ${legalDocument}`)
    .sort()
    .join('\n');

/** What has to be written so that the register says what the plan says; nothing where it does already. */
export function historyChanges(units: readonly PlannedUnit[], state: State): HistoryChanges {
  const changes: HistoryChanges = {
    units: [],
    versions: [],
    relations: [],
    corrections: [],
    relinked: [],
    outcomes: [],
    problems: [],
  };
  const ids = new Map<string, string>();
  for (const unit of units) {
    const key = `${unit.kind}:${unit.code}`;
    const known = state.ended.get(key);
    const problem = obstacle(unit, known, state);
    if (problem) {
      changes.problems.push(problem);
      changes.outcomes.push({ line: unit.line, outcome: 'rejected' });
      continue;
    }
    const unitId = known?.unitId ?? unit.carriesOnAs ?? state.newId();
    ids.set(key, unitId);
    const parentUnitId = unit.parent ? (ids.get(unit.parent) ?? null) : null;
    const outcome = known
      ? amend(changes, unit, known, parentUnitId, state)
      : add(changes, unit, unitId, parentUnitId, state);
    changes.outcomes.push({ line: unit.line, outcome });
  }
  return changes;
}

function obstacle(unit: PlannedUnit, known: EndedVersion | undefined, state: State): RowProblem | null {
  const line = unit.line ?? 1;
  const name = unit.names.at(-1)?.name ?? '';
  if (!known && unit.carriesOnAs && state.startedEarlier.get(unit.carriesOnAs)) {
    return {
      line,
      code: 'already-in-force',
      message: `${name} (${unit.code}) đã có hiệu lực liên tục qua ngày ${state.effective}. Hãy xem lại --effective.`,
    };
  }
  // The register holds it for one and the same unit; making two of it would tear apart what the unit owns.
  if (known && !unit.carriesOnAs && state.startedEarlier.has(known.unitId)) {
    return {
      line,
      code: 'one-unit-already',
      message: `${name} (${unit.code}) đã được ghi là một đơn vị không đổi qua ngày ${state.effective}; tệp này nói khác, cần đối chiếu.`,
    };
  }
  return null;
}

function add(
  changes: HistoryChanges,
  unit: PlannedUnit,
  unitId: string,
  parentUnitId: string | null,
  state: State,
): Outcome {
  if (!unit.carriesOnAs) changes.units.push({ unitId, kind: unit.kind });
  const names = unit.names.filter(({ from }) => from === null || (from > state.start && from < state.effective));
  for (const [at, one] of names.entries()) {
    changes.versions.push({
      unitId,
      validFrom: one.from ?? state.start,
      validTo: names[at + 1]?.from ?? state.effective,
      code: unit.code,
      name: one.name,
      searchName: foldName(one.name),
      parentUnitId,
      isStartAssumed: one.from === null,
      isNameProvisional: unit.isNameProvisional,
      sourceRef: one.sourceRef ?? state.sourceRef,
    });
  }
  link(changes, unit, unitId, state);
  return 'accepted';
}

function link(changes: HistoryChanges, unit: PlannedUnit, unitId: string, state: State): void {
  for (const relation of unit.relations) {
    changes.relations.push({
      ...relation,
      fromUnitId: unitId,
      effectiveOn: state.effective,
      sourceRef: state.sourceRef,
    });
  }
}

function amend(
  changes: HistoryChanges,
  unit: PlannedUnit,
  known: EndedVersion,
  parentUnitId: string | null,
  state: State,
): Outcome {
  const name = unit.names.at(-1)?.name ?? '';
  // A name that somebody entered for a district stays: the list has only its code.
  const renamed = known.name !== name && !unit.isNameProvisional;
  const relinked = !unit.carriesOnAs && linkText(known.relations) !== linkText(unit.relations);
  if (renamed || known.parentUnitId !== parentUnitId) {
    changes.corrections.push({
      unitId: known.unitId,
      validFrom: known.validFrom,
      validTo: state.effective,
      code: unit.code,
      name: renamed ? name : known.name,
      searchName: foldName(renamed ? name : known.name),
      parentUnitId,
      isStartAssumed: true,
      isNameProvisional: false,
      sourceRef: state.sourceRef,
    });
  }
  if (relinked) {
    changes.relinked.push(known.unitId);
    link(changes, unit, known.unitId, state);
  }
  return renamed || relinked || known.parentUnitId !== parentUnitId ? 'updated' : 'unchanged';
}
