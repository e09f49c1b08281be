import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('dossiers', {
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ này. Mời kiểm tra lại mã hồ sơ trên giấy tiếp nhận.',
    en: 'This application was not found. Please check the code on your receipt.',
  },
  'draft-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản đang điền này trong tài khoản của bạn. Mời mở lại từ trang “Hồ sơ của tôi”.',
    en: 'This draft is not in your account. Please open it again from “My applications”.',
  },
  'draft-submitted': {
    status: 409,
    vi: 'Hồ sơ này đã nộp rồi nên không sửa ở đây được. Mời xem trong trang “Hồ sơ của tôi”.',
    en: 'This was already submitted and cannot be changed here. Please see “My applications”.',
  },
  incomplete: {
    status: 422,
    vi: 'Hồ sơ còn {count} chỗ chưa đủ. Mời điền những chỗ được đánh dấu rồi nộp lại.',
    en: '{count} things are still missing. Please complete what is marked and submit again.',
  },
  'changed-elsewhere': {
    status: 409,
    vi: 'Bản này vừa được sửa ở máy khác. Mời tải lại trang để xem bản mới nhất; nội dung vừa gõ vẫn còn trên máy.',
    en: 'This was just changed on another device. Please reload to see the newest version; what you typed is kept on this device.',
  },
  'too-many-files': {
    status: 422,
    vi: 'Mỗi loại giấy tờ chỉ thêm được {limit} tệp. Mời bỏ bớt tệp trùng, hoặc gộp nhiều ảnh vào một tệp PDF.',
    en: 'Each paper takes at most {limit} files. Please remove doubles, or put several photos into one PDF.',
  },
  'no-card-here': {
    status: 422,
    vi: 'Trang này không điền được từ thẻ căn cước. Mời quay lại trang ghi họ tên.',
    en: 'This page cannot be filled from an ID card. Please go back to the page that asks for the name.',
  },
  'not-confirmed': {
    status: 403,
    vi: 'Người dân chưa xác nhận bằng mã nên chưa nộp được. Hãy mở trang xác nhận và nhập mã gửi đến điện thoại của người dân.',
    en: 'The person has not confirmed with a code yet. Please open the confirmation page and enter the code sent to their phone.',
  },
  'nothing-asked': {
    status: 409,
    vi: 'Hồ sơ này không có chỗ nào đang chờ bạn bổ sung. Mời xem trang hồ sơ để biết hồ sơ đang ở bước nào.',
    en: 'Nothing is asked for at present. Please see the application’s page for where it is.',
  },
  'supplement-wrong': {
    status: 422,
    vi: 'Còn {count} chỗ chưa đúng. Mời sửa những chỗ được đánh dấu rồi gửi lại.',
    en: '{count} things are not right yet. Please mend what is marked, then send.',
  },
  'only-the-citizen': {
    status: 403,
    vi: 'Việc này chỉ chính người dân làm được, trong tài khoản của mình.',
    en: 'Only the person can do this, in their own account.',
  },
  'wrong-state': {
    status: 409,
    vi: 'Hồ sơ đang ở bước “{state}” nên không làm việc này được. Mời tải lại trang để xem bước hiện tại.',
    en: 'The application is at “{state}”, so this cannot be done. Please reload the page to see where it is.',
  },
  'stale-version': {
    status: 409,
    vi: 'Có người vừa xử lý hồ sơ này. Mời tải lại trang rồi làm tiếp.',
    en: 'Someone has just worked on this application. Please reload and continue.',
  },
  'no-defects': {
    status: 422,
    vi: 'Hãy chọn ít nhất một chỗ cần bổ sung và ghi rõ cách sửa cho từng chỗ.',
    en: 'Please choose at least one thing to mend and say how for each.',
  },
  'defect-without-reason': {
    status: 422,
    vi: 'Chỗ “{label}” chưa ghi lý do. Hãy ghi rõ sai gì và sửa thế nào để người dân làm một lần là xong.',
    en: '“{label}” has no reason yet. Please say what is wrong and how to mend it.',
  },
  'defects-open': {
    status: 422,
    vi: 'Còn {count} chỗ phường yêu cầu mà chưa sửa. Mời sửa đủ rồi gửi lại một lần.',
    en: '{count} requested things are not mended yet. Please mend all, then send once.',
  },
  'reason-needed': {
    status: 422,
    vi: 'Hãy ghi rõ lý do để người dân hiểu và biết phải làm gì tiếp.',
    en: 'Please give the reason, so that the person understands what to do next.',
  },
  'result-needed': {
    status: 422,
    vi: 'Hãy chọn tệp kết quả (PDF hoặc ảnh) rồi bấm hoàn thành.',
    en: 'Please choose the result file (PDF or picture) before finishing.',
  },
  'receiver-needed': {
    status: 422,
    vi: 'Hãy ghi họ tên người nhận kết quả.',
    en: 'Please write the name of the person who receives the result.',
  },
  'not-filed-here': {
    status: 422,
    vi: 'Thủ tục này không nộp ở đây. Mời xem trang thủ tục để biết nộp ở đâu.',
    en: 'This procedure is not filed here. Please see its page for where to file it.',
  },
  'no-unit': {
    status: 503,
    vi: 'Hệ thống chưa được gắn với phường, xã nào. Mời gọi người quản trị.',
    en: 'This installation has no commune yet. Please call the administrator.',
  },
  'tracking-not-found': {
    status: 404,
    vi: 'Mã hồ sơ hoặc mã tra cứu không đúng. Mời xem lại hai mã in trên giấy tiếp nhận, chú ý chữ và số dễ nhầm.',
    en: 'The application code or the look-up code is wrong. Please check both codes on your receipt.',
  },
});
