import { defineProblems } from '../problem.ts';

/** Why the program does not start: the key does not fit the data. Printed on the terminal, not on a page. */
export const refuseKey = defineProblems('key', {
  needed: {
    status: 503,
    vi: 'Chưa có khóa mã hóa. Hãy tạo tệp khóa bằng lệnh “openssl rand -base64 32 > khoa; chmod 600 khoa”, cất một bản ở nơi an toàn, rồi đặt BACCAU_KEY_FILE trỏ tới tệp đó.',
    en: 'There is no encryption key. Make a key file with “openssl rand -base64 32 > key; chmod 600 key”, keep a copy in a safe place and set BACCAU_KEY_FILE to it.',
  },
  missing: {
    status: 503,
    vi: 'Không tìm thấy tệp khóa {path}, mà trong thư mục dữ liệu {dataDir} đã có dữ liệu được mã hóa bằng khóa đó. Hãy chép lại đúng tệp khóa từ bản sao lưu. Chương trình không tạo khóa mới vì khóa mới không mở được dữ liệu cũ.',
    en: 'The key file {path} was not found, but the data folder {dataDir} holds data encrypted with it. Restore that key file from its backup. No new key is made, because it could not open the old data.',
  },
  'not-found': {
    status: 503,
    vi: 'Không đọc được tệp khóa {path} ({reason}). Hãy kiểm tra lại BACCAU_KEY_FILE và quyền đọc tệp.',
    en: 'The key file {path} cannot be read ({reason}). Check BACCAU_KEY_FILE and the file’s permissions.',
  },
  other: {
    status: 503,
    vi: 'Tệp khóa {path} không phải là khóa của thư mục dữ liệu {dataDir} (cần khóa mã số {expected}). Hãy chép lại đúng tệp khóa từ bản sao lưu, hoặc đặt BACCAU_DATA trỏ tới đúng thư mục dữ liệu.',
    en: 'The key file {path} is not the key of the data folder {dataDir} (key id {expected} is needed). Restore the right key file from its backup, or set BACCAU_DATA to the right data folder.',
  },
  invalid: {
    status: 503,
    vi: 'Tệp {path} không phải là tệp khóa: mỗi dòng phải là 32 byte ngẫu nhiên viết ở dạng base64 hoặc hex. Có thể tạo khóa mới (khi chưa có dữ liệu) bằng lệnh “openssl rand -base64 32”.',
    en: 'The file {path} is not a key file: each line must be 32 random bytes in base64 or hex. A new key (while there is no data) is made by “openssl rand -base64 32”.',
  },
  exposed: {
    status: 503,
    vi: 'Người dùng khác trên máy đọc được tệp khóa {path}. Hãy chạy “chmod 600 {path}” rồi khởi động lại.',
    en: 'Other users of this machine can read the key file {path}. Run “chmod 600 {path}” and start again.',
  },
  'not-owner': {
    status: 403,
    vi: 'Tệp khóa {path} thuộc người dùng khác. Hãy chạy lệnh này bằng người dùng của dịch vụ, ví dụ “sudo -u baccau npx baccau key rotate”, để dịch vụ vẫn đọc được tệp.',
    en: 'The key file {path} belongs to another user. Run this as the service’s user, e.g. “sudo -u baccau npx baccau key rotate”, so that the service can still read it.',
  },
  'not-writable': {
    status: 403,
    vi: 'Không thay được tệp khóa {path}. Hãy đặt tệp vào một thư mục riêng mà người dùng của dịch vụ được ghi (ví dụ “install -d -o baccau -m 700 /etc/baccau/khoa”), rồi sửa BACCAU_KEY_FILE.',
    en: 'The key file {path} cannot be replaced. Put it into a folder of its own that the service’s user may write (e.g. “install -d -o baccau -m 700 /etc/baccau/khoa”) and change BACCAU_KEY_FILE.',
  },
  inside: {
    status: 503,
    vi: 'Tệp khóa {path} nằm trong thư mục dữ liệu {dataDir}: ai lấy được bản sao lưu dữ liệu sẽ lấy được cả khóa. Hãy chuyển tệp khóa ra ngoài thư mục đó và sửa BACCAU_KEY_FILE.',
    en: 'The key file {path} lies in the data folder {dataDir}: whoever gets a backup of the data gets the key too. Move it out of that folder and change BACCAU_KEY_FILE.',
  },
});
