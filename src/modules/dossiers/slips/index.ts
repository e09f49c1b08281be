export { receiptPdf } from './receipt.ts';
export type { ReceiptChannel, ReceiptData, ReceiptPaper } from './receipt-model.ts';
export type { SlipForm } from './registry.ts';
