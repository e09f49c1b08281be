import {
  computeDue,
  dueProblem,
  findUnitByCode,
  isUnparsed,
  parseDuration,
  shippedCalendar,
  toLocal,
  UNPARSED_SENTENCES,
  type WorkCalendar,
  workCalendarOf,
} from '../modules/units/index.ts';
import { withSystem } from './database.ts';
import { CommandError, EXIT, print } from './output.ts';

interface DueOptions {
  readonly received: string;
  readonly duration: string;
  readonly rule?: string;
  readonly unit?: string;
  readonly json?: boolean;
}

/** `due`: when a filing received then is due, with every step of the count. */
export async function dueCommand(options: DueOptions): Promise<number> {
  const receivedAt = readInstant(options.received);
  const duration = parseDuration(options.duration);
  if (isUnparsed(duration))
    throw new CommandError(`Thời hạn “${options.duration}”: ${UNPARSED_SENTENCES[duration.unparsed]}`);
  if (options.rule !== undefined && options.rule !== '15h') {
    throw new CommandError(
      `Quy tắc “${options.rule}” không có. Chỉ có quy tắc 15h (tiếp nhận sau 15 giờ thì trả ngày làm việc tiếp theo).`,
    );
  }
  const calendar = options.unit ? await calendarOfUnit(options.unit, receivedAt) : shippedCalendar();
  const input = { receivedAt, duration, calendar, ...(options.rule ? { rule: '15h' as const } : {}) };
  const problem = dueProblem(input);
  if (problem) throw new CommandError(problem.message);
  const due = computeDue(input);
  print(options, { due: due.dueIso, rule: due.rule, steps: due.steps, sentence: due.sentence }, [
    ...due.steps.map(({ text }) => `- ${text}`),
    `Hạn trả kết quả: ${due.dueIso}${due.tentative ? ' (tạm tính)' : ''}`,
    due.sentence,
  ]);
  return EXIT.ok;
}

/** An instant; without an offset it is Viet Nam's time. */
function readInstant(text: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  const instant = match ? new Date(`${match[1]}T${match[2]}${match[3] ?? '+07:00'}`) : null;
  if (!match || !instant || Number.isNaN(instant.getTime()) || !isRealDay(match[1] ?? '')) {
    throw new CommandError(
      `“${text}” không phải là một thời điểm. Hãy ghi như 2026-11-24T14:30 (giờ Việt Nam) hoặc 2026-11-24T14:30+07:00.`,
    );
  }
  return instant;
}

/** 30 February rolls over silently in JavaScript. */
const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const calendarOfUnit = (code: string, receivedAt: Date): Promise<WorkCalendar> =>
  withSystem(async ({ database }) => {
    const unit = await findUnitByCode(database.db, code, toLocal(receivedAt).date);
    if (!unit)
      throw new CommandError(
        `Không có đơn vị nào mang mã ${code} vào ngày đó. Mã xã có 5 chữ số, mã tỉnh có 2 chữ số.`,
      );
    return workCalendarOf(database.db, unit.unitId, receivedAt);
  });
