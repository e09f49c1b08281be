import type { ReceiptData, ReceiptPaper } from './receipt-model.ts';

/** Before reception the form promises nothing: one line says so. */
export const waitingLine = (stage: ReceiptData['stage']): string | null =>
  stage === 'submitted' ? 'Hồ sơ đã nộp và đang chờ cán bộ tiếp nhận. Ngày trả kết quả ghi dưới đây là dự kiến.' : null;

const COLUMNS: readonly (readonly [keyof Omit<ReceiptPaper, 'name'>, string])[] = [
  ['original', 'Bản chính'],
  ['certifiedCopy', 'Bản chứng thực'],
  ['photocopy', 'Bản photo'],
];

const ELECTRONIC = ['electronic', 'Bản điện tử'] as const;

/** The three columns of the form; a fourth only when something came electronically. */
export function paperTable(papers: readonly ReceiptPaper[]): { columns: string[]; rows: string[][] } {
  const columns = papers.some((paper) => paper.electronic) ? [...COLUMNS, ELECTRONIC] : COLUMNS;
  return {
    columns: columns.map(([, label]) => label),
    rows: papers.map((paper, index) => [
      String(index + 1),
      paper.name,
      ...columns.map(([kind]) => (paper[kind] ? String(paper[kind]).padStart(2, '0') : '')),
    ]),
  };
}

/** `[title, how to sign, name]`: online only the officer signs, and before reception nobody does. */
export type SignatureBlock = readonly [title: string, instruction: string, name: string];

export function signatureBlocks(
  data: Pick<ReceiptData, 'stage' | 'channel' | 'officer' | 'requester'>,
): SignatureBlock[] {
  if (data.stage === 'submitted') return [];
  const officer: SignatureBlock = ['NGƯỜI TIẾP NHẬN HỒ SƠ', '(Ký và ghi rõ họ tên)', data.officer ?? ''];
  if (data.channel !== 'counter') return [['', '', ''], officer];
  return [['NGƯỜI NỘP HỒ SƠ', '(Ký và ghi rõ họ tên)', data.requester.name], officer];
}
