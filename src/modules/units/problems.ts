import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('units', {
  'not-found': {
    status: 404,
    vi: 'Không có đơn vị nào mang mã {code} vào ngày {date}. Mã xã có 5 chữ số, mã tỉnh có 2 chữ số; mã có thể đã đổi sau khi sáp nhập.',
    en: 'No unit had the code {code} on {date}. Communes have 5 digits, provinces 2; the code may have changed in a merger.',
  },
  'no-such-day': {
    status: 400,
    vi: '“{text}” không phải là một ngày có thật. Hãy ghi như 2026-11-24.',
    en: '“{text}” is not a day that exists. Please write it like 2026-11-24.',
  },
  'date-invalid': {
    status: 422,
    vi: 'Ngày này chưa đủ hoặc không có thật. Hãy ghi ngày, tháng, năm, ví dụ 1 – 12 – 2026.',
    en: 'This date is not complete or does not exist. Please write day, month, year, for example 1 – 12 – 2026.',
  },
  'hotline-invalid': {
    status: 422,
    vi: 'Số điện thoại chỉ gồm chữ số và dấu cách, từ 4 đến 12 chữ số, ví dụ 0274 3822 825 hoặc 1022. Hãy sửa lại.',
    en: 'A telephone number has 4 to 12 digits, for example 0274 3822 825 or 1022. Please correct it.',
  },
  'identifier-invalid': {
    status: 422,
    vi: 'Mã định danh có dạng H29.25.771 (một chữ cái, hai chữ số, rồi các nhóm số sau dấu chấm) hoặc 000.00.15.H29. Hãy chép đúng theo quyết định; chưa có thì để trống.',
    en: 'The identifier looks like H29.25.771 or 000.00.15.H29. Please copy it from the decision, or leave it empty.',
  },
  'identifier-provisional': {
    status: 422,
    vi: 'Mã bắt đầu bằng chữ T là mã tạm do hệ thống tự đặt, không phải mã được cấp. Chưa có mã được cấp thì hãy để trống.',
    en: 'Codes that begin with T are provisional ones of this system. If none was assigned, please leave it empty.',
  },
  'identifier-taken': {
    status: 409,
    vi: 'Mã định danh {identifier} đang hoặc đã từng là của một đơn vị khác. Hãy đối chiếu lại với quyết định cấp mã.',
    en: 'The identifier {identifier} is or was another unit’s. Please compare it with the decision.',
  },
  'text-too-long': {
    status: 422,
    vi: 'Phần này dài quá {most} chữ. Hãy viết ngắn lại.',
    en: 'This is longer than {most} characters. Please shorten it.',
  },
  'neighbourhood-name-missing': {
    status: 422,
    vi: 'Hãy ghi tên đầy đủ, gồm cả chữ “Khu phố”, “Ấp”, “Thôn” hoặc “Tổ dân phố”, ví dụ “Khu phố 3”.',
    en: 'Please write the full name, for example “Khu phố 3”.',
  },
  'neighbourhood-taken': {
    status: 409,
    vi: 'Đã có “{name}” trong thời gian này. Hãy chọn tên khác, hoặc sửa khu phố đã có.',
    en: 'There is already “{name}” at that time. Please choose another name, or change the one that exists.',
  },
  'neighbourhood-unknown': {
    status: 404,
    vi: 'Không có khu phố này ở đơn vị của bạn. Mời quay lại danh sách.',
    en: 'Your unit has no such neighbourhood. Please go back to the list.',
  },
  'neighbourhood-closed': {
    status: 409,
    vi: '“{name}” kết thúc từ ngày {date}, nên không đổi được từ ngày đã ghi. Hãy chọn ngày trước đó.',
    en: '“{name}” ends on {date}, so it cannot be changed from that day. Please choose an earlier day.',
  },
  'neighbourhood-before-start': {
    status: 422,
    vi: '“{name}” bắt đầu hoặc mang tên này từ ngày {date}. Hãy chọn một ngày sau ngày đó.',
    en: '“{name}” begins on {date}. Please choose a later day.',
  },
  'no-such-year': {
    status: 400,
    vi: 'Lịch làm việc chỉ có từ năm {from} đến năm {to}. Mời chọn một năm trong khoảng đó.',
    en: 'The working calendar covers {from} to {to}. Please choose a year in between.',
  },
  'calendar-faults': {
    status: 422,
    vi: 'Một vài ngày chưa đúng. Hãy sửa các ô được đánh dấu rồi gửi lại.',
    en: 'Some days are not right. Please correct the marked fields and send again.',
  },
  'calendar-unchanged': {
    status: 422,
    vi: 'Chưa có ngày nào thay đổi so với lịch đang dùng. Hãy sửa ngày, hoặc đánh dấu để ghi văn bản cho cả năm.',
    en: 'No day differs from the calendar in use. Please change a day, or tick to record the document for the whole year.',
  },
  'calendar-changed-elsewhere': {
    status: 409,
    vi: 'Lịch của năm này vừa được người khác sửa, hoặc đơn vị của bạn không giữ lịch chung. Hãy mở lại trang rồi nhập lại.',
    en: 'Somebody has just changed this year, or your unit does not keep the common calendar. Please reload the page.',
  },
  'calendar-day-gone': {
    status: 409,
    vi: 'Mục ngày {date} đã bắt đầu hoặc đã được bỏ nên không bỏ được nữa. Hãy mở lại trang để xem lịch hiện tại.',
    en: 'The entry of {date} has begun or was withdrawn already. Please reload the page.',
  },
  'reappoint-used': {
    status: 409,
    vi: 'Hồ sơ này đã hẹn lại một lần, không hẹn lại thêm được. Hãy trả kết quả, hoặc nhờ lãnh đạo cho phép kèm lý do.',
    en: 'This dossier was put off once already. Please deliver the result, or ask a leader to allow it with a reason.',
  },
  'reappoint-reason-needed': {
    status: 422,
    vi: 'Cho phép hẹn lại lần nữa phải ghi lý do. Hãy ghi vì sao hồ sơ chưa xong và ai chịu trách nhiệm.',
    en: 'Allowing another postponement needs a reason. Please say why the dossier is not finished and who answers for it.',
  },
});
