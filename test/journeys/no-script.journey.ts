import { expect, test } from 'vitest';
import { DESKTOP, newVisitor } from './support/browser.ts';
import { fillKhaiSinh, findAndStart, mend, readReceipt, receiptOf, submit, takeResult } from './support/citizen.ts';
import { CHILD_NAME, MOTHER } from './support/khai-sinh.ts';
import { askForSupplement, bringToResult, openDossier } from './support/officer.ts';
import { newPhone } from './support/phones.ts';
import { photographed, scannedPdf } from './support/photo.ts';
import { signInStaff } from './support/sign-in.ts';
import { pdfText } from './support/tools.ts';

test('with scripts off a citizen files, mends, follows and takes the result', async () => {
  const { page, context } = await newVisitor({ scripts: false });
  await findAndStart(page, newPhone());
  await fillKhaiSinh(page);
  const filed = await submit(page);
  await readReceipt(await receiptOf(page), filed, MOTHER.name);

  const officer = await newVisitor({ viewport: DESKTOP, scripts: false });
  await signInStaff(officer.page, 'canbo2');
  await openDossier(officer.page, filed.code);
  await askForSupplement(officer.page, {
    'field:child-name': 'Thiếu một chữ. Mời ghi đúng như trong giấy chứng sinh.',
    'paper:giay-chung-sinh': 'Ảnh bị thiếu góc. Mời chụp lại đủ bốn góc của tờ giấy.',
  });
  await mend(page, filed, `${CHILD_NAME} Mai`, await photographed('GIẤY CHỨNG SINH ĐỦ BỐN GÓC'));
  await openDossier(officer.page, filed.code);
  await bringToResult(officer.page, await scannedPdf('GIAY KHAI SINH - BAN MAU'), '');
  expect(await pdfText(await takeResult(page, filed))).toContain('GIAY KHAI SINH - BAN MAU');
  await officer.context.close();
  await context.close();
});
