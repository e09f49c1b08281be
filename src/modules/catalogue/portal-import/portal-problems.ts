import type { PortalField, Problem, Rejection, RejectionReason } from './portal-model.ts';

/** Sentences for the person who reviews an import: what was found and what to do about it. */
const MESSAGES = {
  'invalid-utf8': 'Dòng có ký tự hỏng (không phải UTF-8), đã thay bằng dấu �. Hãy đối chiếu lại với nguồn.',
  'code-padded': 'Mã thủ tục có khoảng trắng thừa, đã bỏ đi.',
  'name-line-breaks': 'Tên thủ tục bị ngắt dòng, đã nối lại. Hãy kiểm tra tên có đúng là một thủ tục không.',
  'name-too-long': 'Tên dài bất thường, có thể là đoạn mô tả bị đặt nhầm vào cột tên. Hãy kiểm tra.',
  'name-not-a-procedure': 'Tên giống một văn bản hoặc đề mục hơn là tên thủ tục. Hãy kiểm tra mã và tên trên Cổng.',
  'field-missing': 'Thiếu lĩnh vực. Hãy bổ sung để người dân lọc được.',
  'levels-missing': 'Thiếu cấp thực hiện. Hãy bổ sung để biết thủ tục làm ở đâu.',
  'levels-unknown': 'Cấp thực hiện có giá trị chưa biết, được giữ nguyên văn. Hãy chọn cấp cho đúng.',
  'audience-unknown': 'Đối tượng thực hiện có giá trị lạ, được giữ nguyên văn.',
  'decision-missing': 'Thiếu số quyết định công bố.',
  'methods-missing': 'Thiếu bảng cách thức thực hiện. Hãy bổ sung thời gian và phí.',
  'methods-unparsed': 'Chưa tách được hết bảng cách thức thực hiện, phần còn lại giữ nguyên văn. Hãy đọc và nhập tay.',
  'duration-missing': 'Có hình thức nộp không ghi thời gian giải quyết. Hãy xem mô tả hoặc trình tự để bổ sung.',
  'duration-without-unit':
    'Thời gian không có đơn vị (ngày, giờ…), nên chưa dùng để tính ngày hẹn. Hãy bổ sung đơn vị.',
  'duration-fee-glued': 'Thời gian và số tiền viết liền nhau, chỗ tách là phỏng đoán. Hãy đối chiếu với Cổng.',
  'fee-missing': 'Có hình thức nộp không ghi phí, lệ phí. Hãy bổ sung hoặc ghi rõ miễn phí.',
  'fee-too-small': 'Số tiền nhỏ bất thường (có thể viết theo nghìn đồng). Hãy đối chiếu với văn bản quy định phí.',
  'fee-without-amount': 'Phí chỉ có đơn vị tiền, không có số. Hãy bổ sung mức thu.',
  'fee-note-unclosed': 'Ghi chú của phí thiếu dấu đóng ngoặc, phí và mô tả có thể lẫn nhau.',
  'papers-missing': 'Không có thành phần hồ sơ. Hãy kiểm tra thủ tục có thật sự không cần giấy tờ.',
  'papers-unparsed': 'Chưa tách được hết thành phần hồ sơ, phần còn lại giữ nguyên văn. Hãy đọc và nhập tay.',
  'paper-quantity-guessed': 'Số bản dính liền với chữ số ở tên giấy tờ, chỗ tách là phỏng đoán. Hãy đối chiếu.',
  'paper-without-name': 'Có dòng số lượng mà không có tên giấy tờ.',
  'paper-zero-copies': 'Có dòng ghi 0 bản, được coi là lời ghi chú chứ không phải giấy tờ phải nộp. Hãy kiểm tra.',
  'steps-missing': 'Thiếu trình tự thực hiện.',
  'legal-basis-missing': 'Thiếu căn cứ pháp lý.',
  'legal-basis-unparsed': 'Chưa tách được hết căn cứ pháp lý, được giữ nguyên văn.',
  'results-missing': 'Thiếu kết quả thực hiện.',
  'results-unparsed': 'Kết quả thực hiện chưa tách được tên và mã, được giữ nguyên văn.',
  'value-not-text': 'Giá trị không phải là chữ, được giữ nguyên dạng dữ liệu. Hãy kiểm tra nguồn.',
  'value-too-long': 'Nội dung quá dài nên không tách, được giữ nguyên văn.',
  'unknown-key': 'Nguồn có mục chưa biết, được giữ nguyên văn.',
} as const;

export type ProblemCode = keyof typeof MESSAGES;

const REJECTIONS: Record<RejectionReason, string> = {
  'not-json-object': 'Dòng không phải là một đối tượng JSON. Hãy xuất lại dòng này từ nguồn.',
  'invalid-code': 'Mã thủ tục thiếu hoặc sai dạng (đúng: một chữ số, dấu chấm, sáu chữ số, như 1.000000).',
  'missing-name': 'Thiếu tên thủ tục. Hãy bổ sung tên rồi nhập lại.',
};

export const rejection = (code: RejectionReason): { rejected: Rejection } => ({
  rejected: { code, message: REJECTIONS[code] },
});

export const problemOf = (code: ProblemCode, field: PortalField): Problem => ({ code, field, message: MESSAGES[code] });

export type Report = (code: ProblemCode, field: PortalField) => void;

/** Collects each problem once a field: twenty rows without a duration are one thing to look at. */
export function problemCollector(): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, field) => {
    if (problems.some((known) => known.code === code && known.field === field)) return;
    problems.push(problemOf(code, field));
  };
  return { report, problems };
}
