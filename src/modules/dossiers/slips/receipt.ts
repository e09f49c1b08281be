import { type Json, qrSvg, renderTypst } from '../../../platform/pdf/index.ts';
import type { ReceiptData } from './receipt-model.ts';
import { paperTable, signatureBlocks, waitingLine } from './receipt-rules.ts';
import { slipForm } from './registry.ts';
import { dateInWords, localDay, timeInWords } from './wording.ts';

/** Form 01 as PDF/A, in the version in force on the day of issue. */
export async function receiptPdf(data: ReceiptData): Promise<Uint8Array> {
  const form = slipForm('01', localDay(data.issuedAt));
  const sheet = receiptSheet(data, form.legalName, form.sourceRef, await qrSvg(data.qrText));
  return renderTypst(form.template, sheet, { at: data.issuedAt });
}

/** The template's data: every sentence is made here, the template only sets it. */
function receiptSheet(data: ReceiptData, legalName: string, sourceRef: string, qr: string): Json {
  const submitted = data.stage === 'submitted';
  const owner = data.owner ?? data.requester;
  return {
    legalName,
    formNote: sourceRef,
    demo: data.demo,
    qr,
    code: data.code,
    superior: data.superior,
    issuer: data.issuer,
    placeDate: `${data.place}, ${dateInWords(data.issuedAt)}`,
    waiting: waitingLine(data.stage),
    receivingUnit: data.receivingUnit,
    receivedFrom: `${submitted ? 'Hồ sơ' : 'Tiếp nhận hồ sơ'} của Ông (Bà)`,
    requester: {
      name: data.requester.name,
      address: data.requester.address ?? '',
      phone: data.requester.phone ?? '',
      email: data.requester.email ?? '',
      idNumber: data.requester.idNumber ?? '',
    },
    content: `${data.procedure.name} (mã thủ tục ${data.procedure.code})`,
    owner: { name: owner.name, address: owner.address ?? '' },
    papers: paperTable(data.papers),
    sets: `${String(data.sets).padStart(2, '0')} bộ`,
    duration: data.duration,
    receivedLabel: submitted ? 'Thời gian nộp hồ sơ' : 'Thời gian nhận hồ sơ',
    receivedAt: timeInWords(data.receivedAt),
    dueLabel: `Thời gian trả kết quả giải quyết hồ sơ${submitted ? ' (dự kiến)' : ''}`,
    dueAt: data.dueAt
      ? `${timeInWords(data.dueAt)}${data.dueTentative ? ' (tạm tính)' : ''}`
      : 'theo thông báo của cơ quan giải quyết',
    lookup: { url: data.lookup.url, secret: data.lookup.secret ?? null, hotline: data.lookup.hotline ?? null },
    resultPlace: data.resultPlace,
    helper: data.helper ? `${data.helper.name} – ${data.helper.team}` : null,
    signatures: signatureBlocks(data).map((block) => [...block]),
  };
}
