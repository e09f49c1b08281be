import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('catalogue', {
  'not-found': {
    status: 404,
    vi: 'Không có thủ tục mang mã này. Mời tìm lại theo tên, ví dụ “khai sinh”.',
    en: 'There is no procedure with this code. Please search by name, for example “khai sinh”.',
  },
  'not-filed-here': {
    status: 422,
    vi: 'Thủ tục này không nộp tại đây. Mời xem trang thủ tục để biết nộp ở đâu, hoặc gọi đường dây nóng của phường để được hướng dẫn.',
    en: 'This procedure is not filed here. Please see its page for where to file it, or call the ward’s hotline.',
  },
  'not-offered': {
    status: 422,
    vi: 'Đơn vị này hiện không nhận thủ tục này tại đây. Mời xem trang thủ tục để biết nộp ở đâu, hoặc gọi đường dây nóng để được hướng dẫn.',
    en: 'This commune does not take this procedure here at present. Please see its page for where to file it, or call the hotline.',
  },
  'filed-on-national-portal': {
    status: 422,
    vi: 'Thủ tục này nộp trên Cổng Dịch vụ công quốc gia bằng tài khoản VNeID, không nộp tại đây. Mời xem từng bước ở trang thủ tục.',
    en: 'This procedure is filed on the National Public Service Portal with a VNeID account, not here. Please see the steps on its page.',
  },
  'filed-on-provincial-portal': {
    status: 422,
    vi: 'Thủ tục này nộp trên cổng dịch vụ công của tỉnh, thành phố, không nộp tại đây. Mời xem từng bước ở trang thủ tục.',
    en: 'This procedure is filed on the portal of the province or city, not here. Please see the steps on its page.',
  },
  'filed-at-counter': {
    status: 422,
    vi: 'Thủ tục này phải mang giấy tờ đến quầy, không nộp qua mạng. Mời xem địa chỉ và giờ làm việc ở trang thủ tục.',
    en: 'This procedure is done at the counter, not online. Please see the place and the opening hours on its page.',
  },
  'none-chosen': {
    status: 422,
    vi: 'Bạn chưa chọn thủ tục nào. Hãy đánh dấu ít nhất một thủ tục, hoặc chọn áp dụng cho tất cả.',
    en: 'No procedure was chosen. Please tick at least one, or choose all.',
  },
  'too-many-chosen': {
    status: 422,
    vi: 'Mỗi lần chỉ đổi được nhiều nhất {most} thủ tục. Hãy chọn bớt lại.',
    en: 'At most {most} procedures can be changed at once. Please choose fewer.',
  },
  'nothing-to-change': {
    status: 422,
    vi: 'Hãy chọn một việc: nhận, thôi nhận, hoặc đổi nơi nộp.',
    en: 'Please choose what to change: taken, no longer taken, or where it is filed.',
  },
  'source-missing': {
    status: 422,
    vi: 'Hãy ghi căn cứ: số và ngày của quyết định, nghị quyết hoặc thông báo.',
    en: 'Please write the source: number and date of the decision, resolution or notice.',
  },
  'too-long': {
    status: 422,
    vi: 'Phần này dài quá {most} chữ. Hãy viết ngắn lại.',
    en: 'This is longer than {most} characters. Please shorten it.',
  },
  'date-invalid': {
    status: 422,
    vi: 'Ngày này chưa đủ hoặc không có thật. Hãy ghi ngày, tháng, năm, ví dụ 1 – 12 – 2026.',
    en: 'This date is not complete or does not exist. Please write day, month, year, for example 1 – 12 – 2026.',
  },
  'money-missing': {
    status: 422,
    vi: 'Hãy ghi mức thu bằng đồng; miễn phí thì ghi 0.',
    en: 'Please write the amount in đồng; 0 when it is free.',
  },
  'money-invalid': {
    status: 422,
    vi: 'Số tiền là số nguyên đồng, ví dụ 8.000 hoặc 8000, nhiều nhất 100 triệu. Hãy sửa lại.',
    en: 'The amount is a whole number of đồng, for example 8.000, at most 100 million. Please correct it.',
  },
  'further-incomplete': {
    status: 422,
    vi: 'Hãy ghi cả hai: từ trang thứ mấy (từ 2 trở lên) và mức thu từ trang đó; không có thì để trống cả hai.',
    en: 'Please write both: from which page on (2 or more) and the amount from there; or leave both empty.',
  },
  'days-reversed': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại hai ngày.',
    en: 'The end must be after the beginning. Please correct the two days.',
  },
  'unit-unknown': {
    status: 404,
    vi: 'Không có xã, phường nào mang mã {code}. Hãy bỏ trống để lấy đơn vị của hệ thống này, hoặc tra mã ở /api/v1/units.',
    en: 'There is no commune with the code {code}. Leave it out for this system’s own unit, or look codes up in /api/v1/units.',
  },
});
