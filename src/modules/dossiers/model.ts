/** The ten states of the national synchronisation (facts §1.3); labels are the law's words. */
export const STATES = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
} as const;

export type State = keyof typeof STATES;

/** English second, for the portal. */
export const STATES_EN: Record<State, string> = {
  1: 'Submitted',
  2: 'Received',
  3: 'Not accepted',
  4: 'In progress',
  5: 'More papers needed',
  6: 'Payment needed',
  7: 'Withdrawal asked',
  8: 'Stopped',
  9: 'Result ready',
  10: 'Result handed over',
};

/** How a dossier came in (facts §1.3): 1 direct, 2 online, 3 public post. */
export type Channel = 1 | 2 | 3;

export type ActionKind =
  | 'submit'
  | 'receive'
  | 'refuse'
  | 'request-supplement'
  | 'supplement'
  | 'process'
  | 'finish'
  | 'hand-over';

/** Who acts. `name` is kept as it was at the time, for slips and registers. */
export interface Actor {
  readonly kind: 'citizen' | 'staff' | 'helper' | 'system';
  readonly id: string;
  readonly name: string;
  /** The absent member of staff in whose place a substitute acts; the name says it too (“… (thay …)”). */
  readonly standsInFor?: string;
}

/** A helper at a citizen's side: who, of which team, under which consent. */
export interface HelperOnDossier {
  readonly staffId: string;
  readonly name: string;
  readonly team: string;
  readonly consentId: string;
}

/** One thing to mend, attached to what it is about. */
export interface Defect {
  readonly targetKind: 'field' | 'paper' | 'other';
  /** Field name, paper component key, or '' for other. */
  readonly targetKey: string;
  readonly targetLabel: string;
  /** The sentence that tells the citizen what is wrong and how to mend it. */
  readonly reason: string;
}

export interface DueStep {
  readonly date: string;
  readonly text: string;
}

export interface DossierPaper {
  readonly componentKey: string;
  readonly componentName: string;
  readonly fileId: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pages: number;
}

/** What an act needs to know of a dossier; loaded locked. */
export interface LockedDossier {
  readonly unitId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly accountId: string;
  readonly state: State;
  readonly version: number;
  readonly lastSeq: number;
  readonly procedureCode: string;
  readonly durationText: string;
  readonly dueRule: string | null;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly dueSteps: readonly DueStep[];
  readonly dueTentative: boolean;
  readonly supplementRequestedAt: Date | null;
  readonly openDefects: readonly Defect[];
}
