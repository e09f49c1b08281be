import type { HistorySeed, UnitRelation } from './history-model.ts';
import {
  type CommuneAfter,
  carriesOn,
  type HistoryRow,
  provinceHeirs,
  type RowProblem,
  relationKind,
  soundSuccessors,
} from './history-rules.ts';

/** A unit that the list old → new asks for, with everything that holds until the day of the change. */
export interface PlannedUnit {
  readonly kind: 'province' | 'district' | 'commune';
  readonly code: string;
  /** Key of the unit above: `kind:code`, as it was before the change. */
  readonly parent: string | null;
  /** Names in order of their days; the first holds from the assumed start. */
  readonly names: readonly { readonly from: string | null; readonly name: string; readonly sourceRef?: string }[];
  readonly isNameProvisional: boolean;
  /** Set where the unit goes on unchanged: it is the same one before and after. */
  readonly carriesOnAs: string | null;
  readonly relations: readonly Omit<UnitRelation, 'fromUnitId' | 'effectiveOn'>[];
  /** The row of the list that it came from; null for provinces and districts. */
  readonly line: number | null;
}

export interface HistoryPlan {
  readonly units: readonly PlannedUnit[];
  readonly problems: readonly RowProblem[];
}

interface After {
  readonly communes: ReadonlyMap<string, CommuneAfter>;
  readonly provinces: ReadonlyMap<string, { readonly unitId: string; readonly name: string }>;
}

type Documents = HistorySeed['legalDocuments'];

/** Everything that the list means: provinces first, then districts, then communes, so that parents precede. */
export function planHistory(
  rows: readonly HistoryRow[],
  after: After,
  known: { readonly districts: HistorySeed['districts']; readonly documents: Documents },
): HistoryPlan {
  const heirs = provinceHeirs(rows, after.communes);
  const sound = rows.map((row) => ({ row, ...soundSuccessors(row, heirs.get(row.provinceCode), after.communes) }));
  const units = [
    ...provincesOf(rows, heirs, after, known.documents),
    ...districtsOf(rows, known.districts),
    ...communesOf(sound, heirs, after, known.documents),
  ];
  return { units, problems: sound.flatMap(({ problems }) => problems) };
}

const count = (values: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

function provincesOf(
  rows: readonly HistoryRow[],
  heirs: ReadonlyMap<string, string>,
  after: After,
  documents: Documents,
): PlannedUnit[] {
  const predecessors = count(heirs.values());
  return [...new Map(rows.map((row) => [row.provinceCode, row.provinceName]))].map(([code, name]) => {
    const heirCode = heirs.get(code);
    const heir = heirCode ? after.provinces.get(heirCode) : undefined;
    const counts = { successors: 1, predecessors: predecessors.get(heirCode ?? '') ?? 0 };
    const carries = heir && heirCode && carriesOn({ code, name }, { code: heirCode, name: heir.name }, counts);
    return {
      kind: 'province',
      code,
      parent: null,
      names: [{ from: null, name }],
      isNameProvisional: false,
      carriesOnAs: carries ? heir.unitId : null,
      relations:
        heir && !carries
          ? [
              {
                toUnitId: heir.unitId,
                relation: relationKind(name, heir.name, counts),
                legalDocument: documents.province.text,
              },
            ]
          : [],
      line: null,
    };
  });
}

/** Districts are known by code; by name only where the seed has one. They ended without successors (Luật 72/2025/QH15). */
function districtsOf(rows: readonly HistoryRow[], known: HistorySeed['districts']): PlannedUnit[] {
  const places = new Map(rows.map(({ districtCode, provinceCode }) => [districtCode, provinceCode]));
  return [...places].map(([code, province]) => {
    const entry = known.find((one) => one.code === code && one.province === province);
    return {
      kind: 'district',
      code,
      parent: `province:${province}`,
      names: entry
        ? entry.names.map(({ from, name, source_ref: sourceRef }) => ({ from, name, ...(sourceRef && { sourceRef }) }))
        : [{ from: null, name: `Huyện/quận mã ${code}` }],
      isNameProvisional: !entry,
      carriesOnAs: null,
      relations: [],
      line: null,
    };
  });
}

function communesOf(
  sound: readonly { row: HistoryRow; codes: string[] }[],
  heirs: ReadonlyMap<string, string>,
  after: After,
  documents: Documents,
): PlannedUnit[] {
  const predecessors = count(sound.flatMap(({ codes }) => codes));
  return sound.map(({ row, codes }) => {
    const { code, name } = row;
    const legalDocument = (documents.commune[heirs.get(row.provinceCode) ?? ''] ?? documents.otherCommunes).text;
    const links = codes.flatMap((to) => {
      const unit = after.communes.get(to);
      const counts = { successors: codes.length, predecessors: predecessors.get(to) ?? 0 };
      return unit ? [{ to, unit, counts }] : [];
    });
    const only = links.length === 1 ? links[0] : undefined;
    const carries = only && carriesOn({ code, name }, { code: only.to, name: only.unit.name }, only.counts);
    return {
      kind: 'commune',
      code,
      parent: `district:${row.districtCode}`,
      names: [{ from: null, name }],
      isNameProvisional: false,
      carriesOnAs: carries ? only.unit.unitId : null,
      relations: carries
        ? []
        : links.map(({ unit, counts }) => ({
            toUnitId: unit.unitId,
            relation: relationKind(name, unit.name, counts),
            legalDocument,
          })),
      line: row.line,
    };
  });
}
