/**
 * The forms a one-stop gives out, as dated data: a form in force is looked up by the day it is printed for,
 * and a paper of last year can be printed again as it was.
 */
export interface SlipForm {
  /** Number in the annex: `01` … `07`. */
  readonly code: string;
  /** The legal name, printed unbroken. */
  readonly legalName: string;
  /** Local dates `YYYY-MM-DD`; `effectiveTo` is the last day in force, null = still in force. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly sourceRef: string;
  /** Day on which the layout was compared with the official annex; null = still to be compared. */
  readonly verifiedAt: string | null;
  /** Typst template below `assets/`. */
  readonly template: string;
}

/**
 * TT 01/2018/TT-VPCP lived until TT 03/2025/TT-VPCP (15/9/2025). Dossiers here begin after it, so only the forms
 * of 2025 are listed. Forms 02–07 join as new rows.
 */
const FORMS: readonly SlipForm[] = [
  {
    code: '01',
    legalName: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    effectiveFrom: '2025-09-15',
    effectiveTo: null,
    sourceRef: 'Mẫu số 01, Phụ lục I, TT 03/2025/TT-VPCP',
    verifiedAt: null,
    template: 'slips/01-receipt.typ',
  },
];

/**
 * The form in force on a local day.
 * @throws Error when none is: a form code or day that no caller may ask for
 */
export function slipForm(code: string, day: string, forms: readonly SlipForm[] = FORMS): SlipForm {
  const form = forms.find(
    (row) => row.code === code && row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo),
  );
  if (!form) throw new Error(`No form ${code} is in force on ${day}`);
  return form;
}

export const slipForms = (): readonly SlipForm[] => FORMS;
