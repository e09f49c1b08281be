/**
 * What one page of the national portal says, taken apart.
 *
 * This is the source's own account, not yet our catalogue: the store turns it into an immutable revision with
 * effective dates. Whatever could not be taken apart stays, word for word, in `verbatim`.
 */

/** Parts of a procedure, named as in our structure; problems point at one of them. */
export type PortalField =
  | 'line'
  | 'code'
  | 'name'
  | 'field'
  | 'levels'
  | 'kind'
  | 'audience'
  | 'decisionNumber'
  | 'agencies'
  | 'methods'
  | 'papers'
  | 'steps'
  | 'legalBasis'
  | 'conditions'
  | 'results'
  | 'related'
  | 'other';

export type Level = 'central' | 'province' | 'district' | 'commune' | 'other';
export type Channel = 'online' | 'post' | 'in-person';
export type DurationUnit = 'working-day' | 'day' | 'working-hour' | 'hour' | 'minute' | 'week' | 'month' | 'year';

/** `text` is the portal's wording, null where it says "Không có thông tin"; amount and unit only where both are sure. */
export type PortalDuration = { text: string | null; amount: number | null; unit: DurationUnit | null };

/** `amount` in whole units of the currency (đồng for VND); `note` is the remark in brackets behind it. */
export type PortalFee = {
  kind: 'free' | 'amount' | 'unknown';
  amount: number | null;
  currency: 'VND' | 'USD' | 'EUR' | null;
  note: string | null;
};

/** One row of the table "Hình thức nộp, Thời gian, Phí, lệ phí, Mô tả". A channel may have several rows. */
export type PortalMethod = {
  channel: Channel;
  duration: PortalDuration;
  feeText: string | null;
  fees: PortalFee[];
  note: string | null;
};

/**
 * One row of the table of papers. `kind`: to hand in, only to show, or no paper at all (a remark the portal keeps as
 * a row of zero copies). `originals` and `copies` are null where the portal names none.
 */
export type PortalPaper = {
  name: string;
  kind: 'submit' | 'show' | 'note';
  group: string | null;
  quantityText: string;
  originals: number | null;
  copies: number | null;
  formNames: string[];
};

export type PortalStep = { label: string | null; text: string };
export type PortalLegalBasis = { title: string; number: string | null };
export type PortalResult = { name: string; code: string | null };

export type PortalAgencies = {
  competent: string | null;
  authorized: string | null;
  executing: string | null;
  coordinating: string | null;
  receivingAddress: string | null;
};

export type PortalProcedure = {
  code: string;
  name: string;
  field: string | null;
  levels: Level[];
  kind: string | null;
  audience: string[];
  decisionNumber: string | null;
  ministry: string | null;
  portalUrl: string | null;
  portalId: string | null;
  agencies: PortalAgencies;
  methods: PortalMethod[];
  papers: PortalPaper[];
  steps: PortalStep[];
  legalBasis: PortalLegalBasis[];
  conditions: string | null;
  results: PortalResult[];
  keywords: string | null;
  related: string[];
  /** Text of a part that was not, or not wholly, taken apart; also unknown keys of the source. */
  verbatim: Record<string, string>;
  /** SHA-256 of the line's own data: equal means the portal says the same. */
  sourceHash: string;
  /** SHA-256 of all of the above but `sourceHash`: equal means a second import changes nothing. */
  contentHash: string;
};

export type Problem = { code: string; field: PortalField; message: string };

export type RejectionReason = 'not-json-object' | 'invalid-code' | 'missing-name';
export type Rejection = { code: RejectionReason; message: string };

export type ParsedLine = { accepted: PortalProcedure; problems: Problem[] } | { rejected: Rejection };
