import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistorySeed } from './history-model.ts';
import { planHistory } from './history-plan.ts';
import { carriesOn, type HistoryRow, parseHistoryRow, provinceHeirs, relationKind } from './history-rules.ts';
import { historyChanges } from './history-writes.ts';
import type { EndedVersion } from './store-history.ts';

const cells = {
  old_province_code: '74',
  old_province_name: ' Tỉnh  Bình Dương ',
  old_district_code: '718',
  old_commune_code: '25768',
  old_commune_name: 'Phường Hiệp An',
  new_commune_codes: '25771; 25768;25771',
};

describe('a row of the list old → new', () => {
  it('is read with its successors, each once', () => {
    expect(parseHistoryRow(cells, 7)).toEqual({
      line: 7,
      provinceCode: '74',
      provinceName: 'Tỉnh Bình Dương',
      districtCode: '718',
      code: '25768',
      name: 'Phường Hiệp An',
      successorCodes: ['25771', '25768'],
    });
  });

  it.each([
    ['old_province_code', '7', 'invalid-province-code'],
    ['old_province_name', ' ', 'missing-province-name'],
    ['old_district_code', '71', 'invalid-district-code'],
    ['old_commune_code', 'x', 'invalid-commune-code'],
    ['old_commune_name', '', 'missing-commune-name'],
  ])('is refused when %s is “%s”', (column, value, code) => {
    expect(parseHistoryRow({ ...cells, [column]: value }, 9)).toMatchObject({ line: 9, code });
  });
});

describe('what a link means', () => {
  const one = { successors: 1, predecessors: 1 };
  it('follows from who shares it and what changed', () => {
    expect(relationKind('Phường A', 'Phường B', { successors: 2, predecessors: 3 })).toBe('split-part');
    expect(relationKind('Phường A', 'Phường B', { successors: 1, predecessors: 3 })).toBe('merged');
    expect(relationKind('Xã Tà Si Láng', 'Xã Tà Xi Láng', one)).toBe('renamed');
    expect(relationKind('Xã A', 'Phường A', one)).toBe('upgraded');
    expect(relationKind('Thị trấn A', 'Xã A', one)).toBe('renamed');
    expect(relationKind('Xã Hoà An', 'Xã Hòa An', one)).toBe('moved');
  });

  it('is none where a unit simply carries on', () => {
    expect(carriesOn({ code: '1', name: 'Xã Hoà' }, { code: '1', name: 'Xã Hòa' }, one)).toBe(true);
    expect(carriesOn({ code: '1', name: 'Xã A' }, { code: '2', name: 'Xã A' }, one)).toBe(false);
    expect(carriesOn({ code: '1', name: 'Xã A' }, { code: '1', name: 'Xã A' }, { ...one, predecessors: 2 })).toBe(
      false,
    );
  });
});

/** A small country: old communes in old provinces, each taken over by some of the new ones. */
const codes = (prefix: string, most: number) =>
  Array.from({ length: most }, (_, at) => `${prefix}${String(at).padStart(3, '0')}`);
const country = fc.uniqueArray(fc.constantFrom(...codes('10', 30)), { minLength: 1, maxLength: 30 }).chain((old) =>
  fc.tuple(
    ...old.map((code) =>
      fc.record({
        code: fc.constant(code),
        province: fc.constantFrom('01', '02', '03'),
        name: fc.constantFrom('Xã Một', 'Phường Hai', 'Thị trấn Ba'),
        successorCodes: fc.uniqueArray(fc.constantFrom(...codes('10', 8), '99999'), { maxLength: 3 }),
      }),
    ),
  ),
);
const after = {
  communes: new Map(
    codes('10', 8).map((code, at) => [
      code,
      { unitId: `new-${code}`, name: at % 2 ? 'Xã Một' : 'Phường Hai', provinceCode: at < 6 ? '01' : '02' },
    ]),
  ),
  provinces: new Map(['01', '02'].map((code) => [code, { unitId: `new-${code}`, name: `Tỉnh ${code}` }])),
};
const documents: HistorySeed['legalDocuments'] = {
  province: { text: 'Nghị quyết tỉnh' },
  commune: {},
  otherCommunes: { text: 'Nghị quyết xã' },
};
const rowsOf = (drawn: readonly { code: string; province: string; name: string; successorCodes: string[] }[]) =>
  drawn.map(
    ({ province, ...one }, at): HistoryRow => ({
      ...one,
      line: at + 2,
      provinceCode: province,
      provinceName: `Tỉnh ${province}`,
      districtCode: `${province}0`,
    }),
  );

describe('the plan of a change', () => {
  it('keeps every old commune once, follows only sound links and reports every other one', () => {
    fc.assert(
      fc.property(country, (drawn) => {
        const rows = rowsOf(drawn);
        const { units, problems } = planHistory(rows, after, { districts: [], documents });
        const communes = units.filter(({ kind }) => kind === 'commune');
        expect(communes.map(({ code }) => code).sort()).toEqual(rows.map(({ code }) => code).sort());
        const heirs = provinceHeirs(rows, after.communes);
        for (const unit of communes) {
          const row = rows.find(({ code }) => code === unit.code);
          const sound = row?.successorCodes.filter(
            (code) =>
              after.communes.has(code) && after.communes.get(code)?.provinceCode === heirs.get(row.provinceCode),
          );
          const linked = unit.carriesOnAs ? [unit.carriesOnAs] : unit.relations.map(({ toUnitId }) => toUnitId);
          expect(linked).toEqual(sound?.map((code) => `new-${code}`));
          expect(unit.relations.every(({ relation }) => (relation === 'split-part') === linked.length > 1)).toBe(true);
          const wanted = row?.successorCodes.length || 1;
          expect(problems.filter(({ line }) => line === row?.line)).toHaveLength(wanted - linked.length);
        }
      }),
    );
  });

  it('writes nothing the second time, and never makes two units of one or one of two', () => {
    fc.assert(
      fc.property(country, (drawn) => {
        const { units } = planHistory(rowsOf(drawn), after, { districts: [], documents });
        let next = 0;
        const state = {
          startedEarlier: new Map(
            [...after.communes.values(), ...after.provinces.values()].map((one) => [one.unitId, false]),
          ),
          effective: '2025-07-01',
          start: '2021-01-01',
          sourceRef: 'test',
          newId: () => `old-${next++}`,
        };
        const first = historyChanges(units, { ...state, ended: new Map() });
        expect(new Set(first.versions.map(({ unitId }) => unitId)).size).toBe(units.length);
        expect(first.versions.every(({ validFrom, validTo }) => validFrom < validTo)).toBe(true);
        const kinds = new Map(units.map((unit, at) => [first.versions[at]?.unitId, unit]));
        const ended = new Map(
          first.versions.map((version): [string, EndedVersion] => {
            const key = `${kinds.get(version.unitId)?.kind}:${version.code}`;
            const relations = first.relations.filter(({ fromUnitId }) => fromUnitId === version.unitId);
            return [key, { ...version, key, relations }];
          }),
        );
        const second = historyChanges(units, { ...state, ended });
        const nothing = { units: [], versions: [], relations: [], corrections: [], relinked: [], problems: [] };
        expect(second).toMatchObject(nothing);
        expect(second.outcomes.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
      }),
    );
  });
});
