import { defineProblems } from '../problem.ts';

export const refuse = defineProblems('spreadsheet', {
  missing: {
    status: 422,
    vi: 'Bạn chưa chọn tệp. Hãy bấm nút chọn tệp rồi gửi lại.',
    en: 'No file was chosen. Please choose a file and send again.',
  },
  'too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Hãy bỏ bớt hình ảnh, định dạng hoặc chia thành nhiều tệp rồi gửi lại.',
    en: 'The file is larger than {megabytes} MB. Please remove pictures and formats or split it, then send again.',
  },
  'not-a-sheet': {
    status: 422,
    vi: 'Tệp này không phải là bảng tính. Hãy tải tệp mẫu về, điền vào đó, lưu dạng .xlsx hoặc .csv rồi gửi lại.',
    en: 'This file is not a spreadsheet. Please fill in the template, save it as .xlsx or .csv and send again.',
  },
  'old-or-locked': {
    status: 422,
    vi: 'Tệp này ở dạng Excel cũ (.xls) hoặc đang đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.',
    en: 'This file is an old Excel file (.xls) or has a password. Please open it, remove the password, save it as .xlsx and send again.',
  },
  macros: {
    status: 422,
    vi: 'Tệp này có macro (chương trình kèm theo) nên không được nhận. Hãy mở bằng Excel, lưu thành “Excel Workbook (.xlsx)” rồi gửi lại.',
    en: 'This file carries macros and is not accepted. Please save it as “Excel Workbook (.xlsx)” and send again.',
  },
  unreadable: {
    status: 422,
    vi: 'Tệp bị hỏng hoặc không đúng dạng nên không đọc được. Hãy mở lại bằng Excel, lưu thành .xlsx rồi gửi lại.',
    en: 'The file is damaged and could not be read. Please open it again, save it as .xlsx and send again.',
  },
  'unpacks-too-large': {
    status: 422,
    vi: 'Tệp phình ra quá lớn khi mở nên đã dừng đọc. Hãy chép riêng các dòng cần nhập sang tệp mẫu rồi gửi lại.',
    en: 'The file grows too large when opened, so reading was stopped. Please copy the rows into the template and send again.',
  },
  'too-many-rows': {
    status: 422,
    vi: 'Tệp có hơn {rows} dòng. Hãy chia thành nhiều tệp, mỗi tệp nhiều nhất {rows} dòng, rồi gửi từng tệp.',
    en: 'The file has more than {rows} rows. Please split it into files of at most {rows} rows.',
  },
  encoding: {
    status: 422,
    vi: 'Tệp CSV không phải mã UTF-8 nên chữ có dấu sẽ sai. Trong Excel, hãy lưu dạng “CSV UTF-8” hoặc .xlsx rồi gửi lại.',
    en: 'The CSV file is not UTF-8, so accents would be wrong. Please save it as “CSV UTF-8” or .xlsx and send again.',
  },
  headings: {
    status: 422,
    vi: 'Không thấy dòng tiêu đề có cột {columns}. Hãy tải tệp mẫu về và giữ nguyên dòng tiêu đề của nó.',
    en: 'No row of headings with the columns {columns} was found. Please use the template and keep its headings.',
  },
  empty: {
    status: 422,
    vi: 'Tệp chỉ có tiêu đề, chưa có dòng nào để nhập. Hãy điền ít nhất một dòng rồi gửi lại.',
    en: 'The file has headings only. Please fill in at least one row and send again.',
  },
});
