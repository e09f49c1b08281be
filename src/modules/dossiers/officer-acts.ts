import type { Refusal } from '../../platform/problem.ts';
import type { WorkCalendar } from '../units/index.ts';
import { type Acted, type ActOn, commitAct } from './commit-act.ts';
import { dueFields, dueOf } from './due-date.ts';
import type { Defect } from './model.ts';
import { refuse } from './problems.ts';
import { MAX_NOTE } from './rules.ts';
import { insertDefects, insertResult, type NewResult } from './store-acts.ts';

const cut = (text: string): string => text.normalize('NFC').trim().slice(0, MAX_NOTE);

/** 1 → 2: the dossier is complete and valid; the due date is counted from now (BLDS 2015 art. 147–148, facts §1.4). */
export function receiveDossier(on: ActOn & { calendar: WorkCalendar }): Promise<Acted | Refusal> {
  return commitAct(on, 'receive', (dossier) => {
    const due = dueOf(dossier.durationText, dossier.dueRule, on.now, on.calendar);
    return {
      change: { receivedAt: on.now, ...dueFields(due) },
      data: { dueAt: due?.dueIso ?? null },
    };
  });
}

/** 1 → 3: refused, with the reason that form 03 will carry. */
export function refuseDossier(on: ActOn & { reason: string }): Promise<Acted | Refusal> {
  const reason = cut(on.reason);
  return commitAct(on, 'refuse', () => (reason ? { note: reason, change: dueFields(null) } : refuse('reason-needed')));
}

/** 1|4 → 5: one complete list of defects; the clock of a received dossier pauses (facts §1.4). */
export function requestSupplement(on: ActOn & { defects: readonly Defect[]; note?: string }): Promise<Acted | Refusal> {
  const defects = on.defects.map((defect) => ({ ...defect, reason: cut(defect.reason) }));
  return commitAct(
    on,
    'request-supplement',
    () => {
      if (defects.length === 0) return refuse('no-defects');
      const bare = defects.find((defect) => !defect.reason);
      if (bare) return refuse('defect-without-reason', { label: bare.targetLabel });
      return {
        change: { supplementRequestedAt: on.now },
        note: cut(on.note ?? '') || null,
        data: { defects: defects.length },
      };
    },
    (tx, dossier, seq) => insertDefects(tx, dossier, seq, defects),
  );
}

/** 2 → 4. */
export const processDossier = (on: ActOn): Promise<Acted | Refusal> => commitAct(on, 'process', () => ({}));

/** 4 → 9: the result is there; "done" and "handed over" are separate facts (facts §1.3). */
export function finishDossier(on: ActOn & { result: NewResult | null }): Promise<Acted | Refusal> {
  const { result } = on;
  return commitAct(
    on,
    'finish',
    () =>
      result
        ? { change: { finishedAt: on.now }, data: { fileId: result.fileId, sha256: result.sha256 } }
        : refuse('result-needed'),
    async (tx, dossier) => {
      if (result) await insertResult(tx, dossier, result, on.now);
    },
  );
}

/** 9 → 10: handed over to a named receiver, at the counter or online by the citizen's own confirmation. */
export function handOver(
  on: ActOn & { receiver: string; method: 'counter' | 'online' | 'post' },
): Promise<Acted | Refusal> {
  const receiver = cut(on.receiver);
  return commitAct(on, 'hand-over', () =>
    receiver ? { change: { handedOverAt: on.now }, data: { receiver, method: on.method } } : refuse('receiver-needed'),
  );
}
