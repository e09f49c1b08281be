import {
  findUnitByCode,
  listUnits,
  parseLocalDate,
  type RelatedUnit,
  reasonText,
  searchUnits,
  toLocal,
  unitFile,
} from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Db } from '../platform/db/index.ts';
import { withSystem } from './database.ts';
import { CommandError, EXIT, print } from './output.ts';

interface Options {
  readonly asOf?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

/** `units`: by code, by name, or without words the provinces; exit 0 with units, 1 without. */
export async function unitsCommand(words: readonly string[], options: Options): Promise<number> {
  const today = toLocal(systemClock.now()).date;
  const date = parseLocalDate(options.asOf ?? today);
  const limit = Number(options.limit ?? 20);
  if (!date) throw new CommandError(`--as-of “${options.asOf}” không phải là một ngày. Hãy ghi như 2023-06-01.`);
  if (!Number.isInteger(limit) || limit < 1) throw new CommandError('--limit phải là một số nguyên từ 1.');
  const text = words.join(' ').trim();
  return withSystem(async ({ database: { db } }) => {
    const found = await lookUp(db, text, { date, today, limit: text ? limit : 100 });
    const lines = found.flatMap(({ code, name, place, reasons, predecessors, successors }) => [
      `${code}  ${[name, place].filter(Boolean).join(', ')}`,
      ...reasons.map((reason) => `       ↳ ${reason}`),
      ...predecessors.map((one) => `       ← ${relatedText(one)}`),
      ...successors.map((one) => `       → ${relatedText(one)}`),
    ]);
    print(
      options,
      { date, units: found },
      found.length > 0
        ? lines
        : [`Không có đơn vị nào như vậy vào ngày ${date}. Hãy thử một phần tên, hoặc ngày khác.`],
    );
    return found.length > 0 ? EXIT.ok : EXIT.findings;
  });
}

const relatedText = ({ code, name, place, effectiveOn, legalDocument }: RelatedUnit): string =>
  `${code} ${[name, place].filter(Boolean).join(', ')} (${effectiveOn}, ${legalDocument})`;

async function lookUp(db: Db, text: string, ask: { date: string; today: string; limit: number }) {
  const none = { reasons: [] as string[], predecessors: [] as RelatedUnit[], successors: [] as RelatedUnit[] };
  if (!text) {
    const provinces = await listUnits(db, { date: ask.date, kind: 'province', limit: ask.limit });
    return provinces.map(({ unitId, kind, code, name }) => ({ unitId, kind, code, name, place: null, ...none }));
  }
  if (!/^\d+$/.test(text)) {
    const found = await searchUnits(db, { text, ...ask, kinds: ['province', 'district', 'commune'] });
    return found.map(({ reasons, ...unit }) => ({ ...unit, ...none, reasons: reasons.map(reasonText) }));
  }
  const unit = await findUnitByCode(db, text, ask.date);
  if (!unit) return [];
  const { unitId, kind, code, name, parentName, provinceName } = unit;
  const { successors, predecessors } = await unitFile(db, unitId, ask.today);
  return [
    {
      ...{ unitId, kind, code, name },
      place: [...new Set([parentName, provinceName])].filter(Boolean).join(', ') || null,
      reasons: [],
      predecessors,
      successors,
    },
  ];
}
