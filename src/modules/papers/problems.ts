import { defineProblems } from '../../platform/problem.ts';

/** Every sentence says what a person with a phone can do next. */
export const refusePapers = defineProblems('papers', {
  empty: {
    status: 400,
    vi: 'Tệp không có nội dung. Mời chụp lại hoặc chọn tệp khác.',
    en: 'The file is empty. Please take the photo again or choose another file.',
  },
  'too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Mời chụp lại với cỡ ảnh nhỏ hơn, hoặc tách tệp PDF thành nhiều tệp nhỏ.',
    en: 'The file is larger than {megabytes} MB. Please take the photo at a smaller size or split the PDF into smaller files.',
  },
  'wrong-type': {
    status: 415,
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP hoặc tệp PDF. Với tệp Word, Excel, mời lưu thành PDF; với giấy tờ, mời chụp ảnh rồi gửi ảnh.',
    en: 'Only JPEG, PNG and WebP photos and PDF files are accepted. Please save Word or Excel files as PDF; photograph papers and send the photo.',
  },
  heic: {
    status: 415,
    vi: 'Ảnh này ở dạng HEIC, nhiều máy của cơ quan không mở được. Trên iPhone: vào Cài đặt › Camera › Định dạng, chọn “Tương thích nhất”; trên máy Samsung: vào Camera › Cài đặt › Tùy chọn ảnh nâng cao, tắt “Ảnh hiệu suất cao”. Sau đó chụp lại và gửi lại.',
    en: 'This photo is in HEIC format, which many office computers cannot open. On an iPhone: Settings › Camera › Formats, choose “Most Compatible”; on a Samsung: Camera › Settings › Advanced picture options, turn off “High efficiency pictures”. Then take the photo again and resend.',
  },
  'image-too-many-pixels': {
    status: 413,
    vi: 'Ảnh có {megapixels} triệu điểm ảnh, quá mức {limit} triệu. Mời chụp lại với cỡ ảnh nhỏ hơn trong cài đặt của máy ảnh.',
    en: 'The photo has {megapixels} megapixels, more than {limit}. Please take it again with a smaller picture size in the camera’s settings.',
  },
  'image-damaged': {
    status: 422,
    vi: 'Ảnh bị hỏng hoặc tải lên chưa đủ. Mời mở lại ảnh trên máy để kiểm tra rồi gửi lại, hoặc chụp lại.',
    en: 'The photo is damaged or was not uploaded whole. Please check that it opens on your device and resend it, or take it again.',
  },
  'pdf-damaged': {
    status: 422,
    vi: 'Tệp PDF bị hỏng hoặc tải lên chưa đủ. Mời mở tệp trên máy, chọn In › Lưu thành PDF để tạo tệp mới rồi gửi lại.',
    en: 'The PDF is damaged or was not uploaded whole. Please open it on your device, choose Print › Save as PDF to make a new file and resend it.',
  },
  'pdf-encrypted': {
    status: 422,
    vi: 'Tệp PDF có mật khẩu hoặc bị khóa nên cán bộ không mở được. Mời mở tệp, chọn In › Lưu thành PDF để tạo tệp không khóa rồi gửi lại.',
    en: 'The PDF has a password or is locked, so the officer could not open it. Please open it, choose Print › Save as PDF to make an unlocked file and resend it.',
  },
  'pdf-active': {
    status: 422,
    vi: 'Tệp PDF chứa mã lệnh tự chạy ({found}) nên không được nhận. Mời mở tệp, chọn In › Lưu thành PDF để tạo tệp mới rồi gửi lại.',
    en: 'The PDF contains code that runs by itself ({found}) and is not accepted. Please open it, choose Print › Save as PDF to make a new file and resend it.',
  },
  'pdf-attachment': {
    status: 422,
    vi: 'Tệp PDF có tệp khác đính kèm bên trong nên không được nhận. Mời gửi từng tệp riêng, hoặc chọn In › Lưu thành PDF để tạo tệp mới.',
    en: 'The PDF has other files attached inside and is not accepted. Please send each file by itself, or choose Print › Save as PDF to make a new file.',
  },
  'pdf-too-many-pages': {
    status: 413,
    vi: 'Tệp PDF có {pages} trang, quá mức {limit} trang. Mời tách thành nhiều tệp nhỏ hơn.',
    en: 'The PDF has {pages} pages, more than {limit}. Please split it into smaller files.',
  },
});
