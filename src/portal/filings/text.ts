import { unitInSentence } from '../../modules/dossiers/rules.ts';
import type { Lang } from '../../platform/problem.ts';

/** Words of the list, the pages of a draft and its review. */
const vi = {
  listTitle: 'Hồ sơ của tôi',
  listTitleOf: (name: string) => `Hồ sơ của ${name}`,
  draftsHeading: 'Đang làm dở',
  draftMeta: (when: string) => `Sửa lần cuối ${when}`,
  goOn: 'Làm tiếp',
  removeThis: 'Xóa',
  dossiersHeading: 'Đã nộp',
  dossierMeta: (code: string, subject: string) => `${code} · ${subject}`,
  due: (when: string, tentative: boolean) => `Hẹn trả kết quả: ${when}${tentative ? ' (tạm tính)' : ''}`,
  submittedOn: (when: string) => `Nộp ${when}`,
  emptyTitle: 'Chưa có hồ sơ nào',
  empty: 'Khi bạn bắt đầu một thủ tục, hồ sơ sẽ hiện ở đây. Làm dở cũng không mất.',
  find: 'Tìm thủ tục cần làm',
  toList: 'Hồ sơ của tôi',
  conflictTitle: 'Trang này vừa được sửa ở máy khác',
  conflict: (values: string) =>
    `Ở máy kia đang ghi: ${values}. Bên dưới là nội dung bạn vừa gõ ở đây, chưa lưu. Bấm “Lưu và tiếp tục” nếu muốn dùng nội dung này.`,
  conflictEmpty: '(để trống)',
  cardFilled: (count: number) =>
    count > 0
      ? `Đã điền ${count} ô theo thẻ, ở trang này và những trang sau. Hãy so từng ô với thẻ trước khi đi tiếp.`
      : 'Các ô đã có sẵn nội dung nên không ô nào bị thay. Muốn lấy theo thẻ thì xóa nội dung trong ô rồi quét lại.',
  cardNotice: 'Địa chỉ trên thẻ có thể là tên cũ trước khi sáp nhập phường, xã.',
  dueIfNow: 'Nếu nộp bây giờ, trả kết quả',
  dueTentative: 'Tạm tính: lịch nghỉ lễ, tết của năm chưa có quyết định.',
  dueUnknown: 'Thủ tục này không công bố số ngày giải quyết. Phường, xã sẽ báo ngày trả khi tiếp nhận.',
  whyDue: 'Vì sao là ngày này?',
  papersHeading: 'Giấy tờ kèm theo',
  noPapers: 'Không có giấy tờ kèm theo.',
  confirmNext: 'Tiếp tục: người dân xác nhận bằng mã',
  removeTitle: 'Xóa bản đang làm này?',
  removeLead: (name: string) => `Mọi điều đã điền và ảnh đã thêm của “${name}” sẽ bị xóa và không lấy lại được.`,
  removeYes: 'Xóa bản này',
  removeNo: 'Không xóa, quay lại',
  printTitle: 'Tờ khai đã điền',
  printBack: 'Quay lại',
  recipient: (unit: string) => `Ủy ban nhân dân ${unitInSentence(unit)}`,
};

export type FilingText = typeof vi;

const en: FilingText = {
  listTitle: 'My applications',
  listTitleOf: (name) => `Applications of ${name}`,
  draftsHeading: 'Not yet submitted',
  draftMeta: (when) => `Last changed ${when}`,
  goOn: 'Continue',
  removeThis: 'Delete',
  dossiersHeading: 'Submitted',
  dossierMeta: (code, subject) => `${code} · ${subject}`,
  due: (when, tentative) => `Result due: ${when}${tentative ? ' (provisional)' : ''}`,
  submittedOn: (when) => `Submitted ${when}`,
  emptyTitle: 'No applications yet',
  empty: 'When you begin a procedure, it appears here. What you have begun is never lost.',
  find: 'Find a procedure',
  toList: 'My applications',
  conflictTitle: 'This page was just changed on another device',
  conflict: (values) =>
    `There it says: ${values}. Below is what you typed here; it is not saved yet. Choose “Save and continue” to use it.`,
  conflictEmpty: '(empty)',
  cardFilled: (count) =>
    count > 0
      ? `${count === 1 ? '1 box was' : `${count} boxes were`} filled from the card, here and on later pages. Compare each with the card before you go on.`
      : 'The boxes already had content, so nothing was replaced. To use the card, clear a box and scan again.',
  cardNotice: 'The address on the card may use names from before communes were merged.',
  dueIfNow: 'If you submit now, the result is due',
  dueTentative: 'Provisional: the public holidays of that year are not decided yet.',
  dueUnknown: 'No processing time is published for this procedure. You will be told the day when it is received.',
  whyDue: 'Why this day?',
  papersHeading: 'Papers',
  noPapers: 'No papers attached.',
  confirmNext: 'Continue: the person confirms with a code',
  removeTitle: 'Delete this draft?',
  removeLead: (name) => `All you filled in and added for “${name}” will be deleted and cannot be brought back.`,
  removeYes: 'Delete it',
  removeNo: 'Keep it, go back',
  printTitle: 'Filled form',
  printBack: 'Back',
  recipient: vi.recipient,
};

export const filingText = (lang: Lang): FilingText => (lang === 'en' ? en : vi);
