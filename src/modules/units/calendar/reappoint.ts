import type { Refusal } from '../../../platform/problem.ts';
import { refuse } from '../problems.ts';
import { computeDue, type Due } from './due.ts';
import { at } from './due-steps.ts';
import { type Duration, durationText } from './duration.ts';
import { toLocal } from './local-date.ts';
import type { WorkCalendar } from './model.ts';

/** A dossier's date may be put off once (NĐ 61/2018/NĐ-CP, Điều 19; kept by NĐ 118/2025/NĐ-CP as far as is known: "M"). */
const MOST_TIMES = 1;

export interface ReappointInput {
  /** The date that was promised and is not kept. */
  readonly due: Date;
  readonly now: Date;
  /** How much longer it takes. */
  readonly extension: Duration;
  /** How often this dossier was put off before. */
  readonly used: number;
  /** A supervisor's leave to put off again; without a reason it is none. */
  readonly override?: { readonly reason: string } | undefined;
  readonly calendar: WorkCalendar;
}

export interface Reappointed extends Omit<Due, 'rule'> {
  /** How often the dossier has been put off with this time. */
  readonly used: number;
  /** Kept with the act where the one time was used already. */
  readonly overrideReason: string | null;
}

/**
 * The new date of a dossier that is put off (Phiếu xin lỗi và hẹn lại ngày trả kết quả): the extension counts from the
 * promised date, or from now when that has passed, by the same arithmetic as the first count.
 * Refusals: `reappoint-used`, `reappoint-reason-needed`. Throws a RangeError outside the calendar.
 */
export function reappoint(input: ReappointInput): Reappointed | Refusal {
  const { due, now, extension, used, override, calendar } = input;
  const reason = override?.reason.normalize('NFC').trim() ?? '';
  if (used >= MOST_TIMES && !override) return refuse('reappoint-used');
  if (used >= MOST_TIMES && !reason) return refuse('reappoint-reason-needed');
  const late = now > due;
  const { rule: _, ...counted } = computeDue({ receivedAt: late ? now : due, duration: extension, calendar });
  const from = late ? `lúc quyết định ${at(toLocal(now))}` : `ngày hẹn cũ ${at(toLocal(due))}`;
  const text = `Hẹn lại thêm ${durationText(extension)} tính từ ${from}`;
  const tail = counted.tentative ? ' (tạm tính, lịch nghỉ của năm chưa có quyết định).' : '.';
  return {
    ...counted,
    steps: [{ date: toLocal(now).date, text: `${text}.` }, ...counted.steps.slice(1)],
    sentence: `${text}, nên hẹn trả lúc ${at(toLocal(counted.due))}${tail}`,
    used: used + 1,
    overrideReason: used >= MOST_TIMES ? reason : null,
  };
}
