import type { JobState } from '../../../platform/jobs/index.ts';
import { showWhen } from '../../when.ts';
import type { OperationRow, RowState } from './row.ts';
import { JOB_TEXT, spanText } from './text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A job of every few minutes is late after an hour, one of every day after a day and two hours. */
const lateAfter = (cron: string): number => (cron.startsWith('*') ? HOUR : 26 * HOUR);
/** The worker looks every half minute; a run that is due waits longer only when no worker is there. */
const WAITS_TOO_LONG = 10 * MINUTE;

const LOOK = 'Báo người quản trị máy chủ xem lỗi trong nhật ký, rồi khởi động lại.';

/** @param jobs null = no worker ever ran on these data */
export function jobRows(jobs: readonly JobState[] | null, now: Date): readonly OperationRow[] {
  if (jobs === null || jobs.length === 0) {
    const todo = 'Khởi động lại chương trình. Nếu vẫn thế, báo người quản trị máy chủ xem nhật ký.';
    return [{ key: 'jobs', label: 'Việc nền', state: 'bad', now: 'Chưa khởi động lần nào.', todo }];
  }
  return jobs.map((job) => ({
    key: `job-${job.name}`,
    label: JOB_TEXT[job.name] ?? job.name,
    ...found(job, now),
  }));
}

type Found = Pick<OperationRow, 'now' | 'todo'> & { readonly state: RowState };

function found(job: JobState, now: Date): Found {
  const { cron, lastDone, lastFailed, failures, runningSince, waitingSince } = job;
  const age = (at: Date): number => now.getTime() - at.getTime();
  if (cron === null) return { state: 'fact', now: 'Đang tắt.', todo: '' };
  if (lastFailed && (!lastDone || lastFailed > lastDone)) {
    return { state: 'bad', now: `Lần gần nhất không thành, lúc ${showWhen(lastFailed)}.`, todo: LOOK };
  }
  if (waitingSince && age(waitingSince) > WAITS_TOO_LONG && !runningSince) {
    const waited = spanText(age(waitingSince) / 1000);
    return { state: 'bad', now: `Đến giờ mà ${waited} chưa chạy.`, todo: LOOK };
  }
  if (runningSince) return { state: 'good', now: `Đang chạy, từ ${showWhen(runningSince)}.`, todo: '' };
  if (!lastDone) return { state: 'fact', now: 'Chưa đến giờ chạy lần đầu.', todo: '' };
  const before = failures > 0 ? ` Trong 7 ngày có ${failures} lần không thành.` : '';
  const text = `Chạy xong lúc ${showWhen(lastDone)}.${before}`;
  if (age(lastDone) > lateAfter(cron)) {
    return { state: 'warn', now: text, todo: 'Lâu hơn lịch. Nếu máy vừa bật thì chờ một giờ, rồi xem lại trang này.' };
  }
  return { state: 'good', now: text, todo: '' };
}
