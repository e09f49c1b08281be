import { dayValue, type FormFault, NO_DAY, readDay, sourceFault } from './form-rules.ts';
import { type HolidayData, specialDays } from './holidays.ts';
import { addDays, daysBetween, type LocalDate, showDate, showDay, weekdayOf, yearOf } from './local-date.ts';
import { tet } from './lunar.ts';
import type { CalendarDay, HolidayRule, YearlyDecision } from './model.ts';

/** The yearly decision as it is typed; days as text, empty where nothing is decided. */
export interface YearForm {
  readonly tetFrom: string;
  readonly tetTo: string;
  readonly adjacent: string;
  readonly swaps: readonly { readonly off: string; readonly work: string }[];
  readonly makeUps: readonly { readonly for: string; readonly date: string }[];
  readonly source: string;
  /** The document also stands for what is not changed. */
  readonly all: boolean;
}

/** What is decided, without its source. */
export type Decided =
  | { readonly kind: 'tet-block'; readonly year: number; readonly from: string; readonly to: string }
  | { readonly kind: 'adjacent-day'; readonly rule: string; readonly date: string }
  | { readonly kind: 'swap'; readonly off: string; readonly work: string }
  | { readonly kind: 'make-up'; readonly for: string; readonly date: string };

/** A decision belongs to the year of its day off. */
export const yearOfDecision = (decision: Decided | YearlyDecision): number =>
  decision.kind === 'tet-block'
    ? decision.year
    : Number(
        (decision.kind === 'swap' ? decision.off : decision.kind === 'make-up' ? decision.for : decision.date).slice(
          0,
          4,
        ),
      );

/** The form filled with what holds now. */
export function formOfYear(year: number, decisions: readonly (Decided | YearlyDecision)[]): YearForm {
  const form = { tetFrom: '', tetTo: '', adjacent: '', source: '', all: false };
  const swaps: { off: string; work: string }[] = [];
  const makeUps: { for: string; date: string }[] = [];
  for (const decision of decisions.filter((one) => yearOfDecision(one) === year)) {
    if (decision.kind === 'tet-block') {
      form.tetFrom = dayValue(decision.from);
      form.tetTo = dayValue(decision.to);
    } else if (decision.kind === 'adjacent-day') form.adjacent = dayValue(decision.date);
    else if (decision.kind === 'swap') swaps.push({ off: dayValue(decision.off), work: dayValue(decision.work) });
    else makeUps.push({ for: dayValue(decision.for), date: dayValue(decision.date) });
  }
  return { ...form, swaps, makeUps };
}

interface Reading {
  readonly year: number;
  readonly data: HolidayData;
  readonly faults: FormFault[];
}

const isWeekend = (date: LocalDate): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

/** Both days of a pair, or null with the fault noted; undefined when both are empty. */
function pair(faults: FormFault[], a: readonly [string, string], b: readonly [string, string]) {
  if (!a[1].trim() && !b[1].trim()) return undefined;
  const days = [a, b].map(([name, text]) => {
    const day = readDay(text);
    if (!day) faults.push({ name, message: NO_DAY });
    return day;
  });
  const [first, second] = days;
  return first && second ? ([first, second] as const) : null;
}

type RuleOf<K extends HolidayRule['kind']> = Extract<HolidayRule, { kind: K }>;
const ruleIn = <K extends HolidayRule['kind']>({ data, year }: Reading, kind: K): RuleOf<K> | undefined =>
  data.rules.find(
    (rule): rule is RuleOf<K> =>
      rule.kind === kind &&
      rule.effective_from <= `${year}-12-31` &&
      (rule.effective_to === null || rule.effective_to > `${year}-01-01`),
  );

function readTet(reading: Reading, form: YearForm): Decided[] {
  const { year, faults } = reading;
  const days = pair(faults, ['tet-from', form.tetFrom], ['tet-to', form.tetTo]);
  const rule = ruleIn(reading, 'tet-block');
  if (!days || !rule) return [];
  const [from, to] = days;
  const length = rule.daysBefore + rule.daysFrom;
  const first = tet(year);
  if (daysBetween(from, to) + 1 !== length)
    faults.push({
      name: 'tet-to',
      message: `Tết Nguyên đán nghỉ ${length} ngày (${rule.source_ref}), chưa kể nghỉ bù.`,
    });
  else if (first < from || first > to)
    faults.push({ name: 'tet-from', message: `Đợt nghỉ phải có mùng 1 Tết, ${showDay(first)}.` });
  return [{ kind: 'tet-block', year, from, to }];
}

function readAdjacent(reading: Reading, form: YearForm): Decided[] {
  const { year, faults } = reading;
  const rule = ruleIn(reading, 'solar-and-adjacent');
  if (!form.adjacent.trim() || !rule) return [];
  const day = readDay(form.adjacent);
  if (!day) {
    faults.push({ name: 'adjacent', message: NO_DAY });
    return [];
  }
  const itself = readDay(`${rule.day}/${rule.month}/${year}`);
  if (!itself || Math.abs(daysBetween(itself, day)) !== 1)
    faults.push({
      name: 'adjacent',
      message: `Phải là ngày liền trước hoặc liền sau ${rule.day}/${rule.month}/${year}.`,
    });
  return [{ kind: 'adjacent-day', rule: rule.id, date: day }];
}

/** Longest time between a day that is given and the one that is worked for it: beyond, it is a slip of the pen. */
const FAR = 62;

function readSwaps({ year, faults }: Reading, form: YearForm, days: ReadonlyMap<LocalDate, CalendarDay>): Decided[] {
  const taken = new Set<string>();
  return form.swaps.flatMap((swap, at): Decided[] => {
    const [offName, workName] = [`swap-${at + 1}-off`, `swap-${at + 1}-work`];
    const found = pair(faults, [offName, swap.off], [workName, swap.work]);
    if (!found) return [];
    const [off, work] = found;
    const fault = (name: string, message: string) => faults.push({ name, message });
    if (yearOf(off) !== year) fault(offName, `Ngày nghỉ hoán đổi phải thuộc năm ${year}.`);
    else if (isWeekend(off) || days.has(off)) fault(offName, `${showDay(off)} đã là ngày nghỉ, không cần hoán đổi.`);
    else if (!isWeekend(work) || days.has(work))
      fault(workName, `Ngày làm bù phải là ngày nghỉ hằng tuần và không phải ngày lễ; ${showDay(work)} thì không.`);
    else if (Math.abs(daysBetween(off, work)) > FAR) fault(workName, `Ngày làm bù cách ngày nghỉ quá ${FAR} ngày.`);
    else if (taken.has(off) || taken.has(work)) fault(offName, 'Ngày này đã có ở dòng hoán đổi khác.');
    taken.add(off).add(work);
    return [{ kind: 'swap', off, work }];
  });
}

function readMakeUps({ year, faults }: Reading, form: YearForm, days: ReadonlyMap<LocalDate, CalendarDay>): Decided[] {
  return form.makeUps.flatMap((line, at): Decided[] => {
    const [forName, dateName] = [`makeup-${at + 1}-for`, `makeup-${at + 1}-date`];
    const found = pair(faults, [forName, line.for], [dateName, line.date]);
    if (!found) return [];
    const [lost, date] = found;
    const fault = (name: string, message: string) => faults.push({ name, message });
    if (yearOf(lost) !== year) fault(forName, `Ngày lễ phải thuộc năm ${year}.`);
    else if (!isWeekend(lost) || days.get(lost)?.kind !== 'holiday')
      fault(forName, `${showDay(lost)} không phải ngày lễ trùng ngày nghỉ hằng tuần nên không có nghỉ bù.`);
    else if (isWeekend(date) || days.get(date)?.kind === 'holiday')
      fault(dateName, `${showDay(date)} đã là ngày nghỉ; hãy chọn một ngày làm việc để nghỉ bù.`);
    else if (date < lost || date > addDays(lost, FAR))
      fault(dateName, `Nghỉ bù phải sau ngày lễ ${showDate(lost)} và không quá ${FAR} ngày.`);
    return [{ kind: 'make-up', for: lost, date }];
  });
}

/** The days that a form decides, and what is wrong with it, field by field. */
export function readYear(year: number, form: YearForm, data: HolidayData): { decided: Decided[]; faults: FormFault[] } {
  const reading: Reading = { year, data, faults: [] };
  const blocks = [...readTet(reading, form), ...readAdjacent(reading, form)];
  // Holidays by law and by the new blocks, without any swap or make-up day.
  const rules = data.rules.filter(({ kind }) => kind !== 'make-up');
  const about = { source_ref: '', sure: 'm' as const, verified_at: null };
  const days = specialDays(
    { rules, decisions: blocks.map((one) => ({ ...one, ...about })) },
    { from: year - 1, to: year + 1 },
  );
  const decided = [...blocks, ...readSwaps(reading, form, days), ...readMakeUps(reading, form, days)];
  const source = sourceFault(form.source);
  if (source) reading.faults.push({ name: 'source', message: source });
  return { decided, faults: reading.faults };
}
