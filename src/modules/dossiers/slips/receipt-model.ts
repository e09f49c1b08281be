/** How a dossier came in: at the counter, online, by public post (codes 1, 2, 3 of the national sync). */
export type ReceiptChannel = 'counter' | 'online' | 'post';

/** A row of the table of papers; numbers are copies handed in, 0 or absent prints empty. */
export interface ReceiptPaper {
  readonly name: string;
  readonly original?: number;
  readonly certifiedCopy?: number;
  readonly photocopy?: number;
  readonly electronic?: number;
}

/** Everything form 01 prints, already decided and already masked where the reader needs it masked. */
export interface ReceiptData {
  /** `submitted`: the same form before reception, which says so and gives the due date as expected. */
  readonly stage: 'submitted' | 'received';
  /** Prints "BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" on every page. */
  readonly demo: boolean;
  readonly channel: ReceiptChannel;
  /** Upper left: superior body (may be empty) and issuing body, as named on that day. */
  readonly superior: string;
  readonly issuer: string;
  /** "Bộ phận tiếp nhận". */
  readonly receivingUnit: string;
  /** Place of the date line, e.g. "Chánh Hiệp". */
  readonly place: string;
  readonly issuedAt: Date;
  readonly code: string;
  readonly requester: {
    readonly name: string;
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly idNumber?: string;
  };
  /** The dossier's owner; absent = the requester. */
  readonly owner?: { readonly name: string; readonly address?: string };
  readonly procedure: { readonly code: string; readonly name: string };
  readonly papers: readonly ReceiptPaper[];
  readonly sets: number;
  /** The statutory duration as published, e.g. "03 ngày làm việc". */
  readonly duration: string;
  /** Time of submission while `submitted`, of reception afterwards. */
  readonly receivedAt: Date;
  /** null = the procedure has no published duration. */
  readonly dueAt: Date | null;
  /** A holiday on the way had no decision yet: the form says "tạm tính". */
  readonly dueTentative?: boolean;
  readonly lookup: { readonly url: string; readonly secret?: string; readonly hotline?: string };
  /** What the QR holds: normally the look-up address with code and secret. */
  readonly qrText: string;
  readonly resultPlace: string;
  readonly officer?: string;
  readonly helper?: { readonly name: string; readonly team: string };
}
