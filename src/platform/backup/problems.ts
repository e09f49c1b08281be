import { defineProblems } from '../problem.ts';

/** Why a backup was not taken or not restored. Printed on the terminal, not on a page. */
export const refuseBackup = defineProblems('backup', {
  exists: {
    status: 409,
    vi: 'Đã có tệp {path}. Hãy chọn tên khác; chương trình không ghi đè bản sao lưu.',
    en: 'The file {path} exists. Choose another name; a backup is never overwritten.',
  },
  'no-folder': {
    status: 404,
    vi: 'Không ghi được vào thư mục {folder} ({reason}). Hãy tạo thư mục đó, hoặc kiểm tra quyền ghi và chỗ trống trên đĩa.',
    en: 'The folder {folder} cannot be written to ({reason}). Make it, or check its permissions and the free space.',
  },
  'no-data': {
    status: 404,
    vi: 'Cơ sở dữ liệu chưa có dữ liệu của Bắc Cầu nên không có gì để sao lưu. Hãy kiểm tra DATABASE_URL hoặc BACCAU_DATA.',
    en: 'The database holds no data of Bắc Cầu, so there is nothing to back up. Check DATABASE_URL or BACCAU_DATA.',
  },
  'not-found': {
    status: 404,
    vi: 'Không đọc được tệp {path} ({reason}). Hãy kiểm tra lại đường dẫn và quyền đọc tệp.',
    en: 'The file {path} cannot be read ({reason}). Check the path and the permissions.',
  },
  'not-a-backup': {
    status: 422,
    vi: 'Tệp {path} không phải là bản sao lưu của Bắc Cầu, hoặc phần đầu đã hỏng. Hãy chọn đúng tệp do lệnh “baccau backup” tạo ra.',
    en: 'The file {path} is not a backup of Bắc Cầu, or its beginning is damaged. Choose a file made by “baccau backup”.',
  },
  truncated: {
    status: 422,
    vi: 'Bản sao lưu {path} bị cắt cụt: thiếu phần cuối. Hãy chép lại tệp từ nơi cất giữ, hoặc dùng bản sao lưu khác.',
    en: 'The backup {path} is cut off: its end is missing. Copy it again from where it is kept, or use another backup.',
  },
  damaged: {
    status: 422,
    vi: 'Bản sao lưu {path} đã hỏng hoặc bị sửa (thành phần {member}). Hãy dùng bản sao lưu khác; bản này không khôi phục được.',
    en: 'The backup {path} is damaged or was changed (member {member}). Use another backup; this one cannot be restored.',
  },
  strange: {
    status: 422,
    vi: 'Bản sao lưu {path} có thành phần lạ “{member}” mà chương trình không bao giờ tạo ra, có thể do kẻ xấu cài vào. Không khôi phục tệp này.',
    en: 'The backup {path} has a strange member “{member}” that this program never writes; somebody may have planted it. Do not restore this file.',
  },
  forged: {
    status: 422,
    vi: 'Bản sao lưu {path} không mang dấu xác thực của khoá {keyId}: nội dung đã bị người không có khoá sửa. Hãy dùng bản sao lưu khác.',
    en: 'The backup {path} does not carry the seal of key {keyId}: somebody without the key changed it. Use another backup.',
  },
  newer: {
    status: 409,
    vi: 'Bản sao lưu này do phiên bản Bắc Cầu mới hơn tạo ra ({what}). Hãy cài phiên bản mới hơn rồi khôi phục lại; chưa có gì bị thay đổi.',
    en: 'This backup was made by a newer version of Bắc Cầu ({what}). Install that version and restore again; nothing was changed.',
  },
  'other-line': {
    status: 409,
    vi: 'Bản sao lưu này dùng tệp di trú {name} khác với bản cài đặt này. Hãy cài đúng bản mã nguồn đã tạo ra nó; chưa có gì bị thay đổi.',
    en: 'This backup was made with another migration {name} than this installation has. Install the very version that made it; nothing was changed.',
  },
  'key-missing': {
    status: 503,
    vi: 'Tệp khoá không mở được bản sao lưu này: thiếu khoá mã số {ids}. Hãy lấy lại tệp khoá đã cất riêng (bản sao lưu không bao giờ chứa khoá) rồi đặt BACCAU_KEY_FILE trỏ tới tệp đó; chưa có gì bị thay đổi.',
    en: 'The key file does not open this backup: key {ids} is missing. Fetch the key file that was kept apart (a backup never holds keys) and set BACCAU_KEY_FILE to it; nothing was changed.',
  },
  'not-empty': {
    status: 409,
    vi: 'Cơ sở dữ liệu đích đã có dữ liệu. Chỉ khôi phục được vào nơi trống: hãy tạo cơ sở dữ liệu mới rồi sửa DATABASE_URL, hoặc đặt BACCAU_DATA là một thư mục mới. Chưa có gì bị thay đổi.',
    en: 'The target database holds data. A restore needs an empty place: make a new database and change DATABASE_URL, or set BACCAU_DATA to a new folder. Nothing was changed.',
  },
  'files-not-empty': {
    status: 409,
    vi: 'Thư mục {folder} đã có tệp. Hãy chuyển nó đi nơi khác, hoặc đặt BACCAU_DATA là một thư mục mới. Chưa có gì bị thay đổi.',
    en: 'The folder {folder} holds files. Move it elsewhere, or set BACCAU_DATA to a new folder. Nothing was changed.',
  },
  'unlike-after-restore': {
    status: 500,
    vi: 'Sau khi nạp lại, bảng {table} không khớp với bản sao lưu nên việc khôi phục đã được huỷ, cơ sở dữ liệu vẫn trống. Hãy kiểm tra đĩa và thử lại, hoặc dùng bản sao lưu khác.',
    en: 'After loading, table {table} differs from the backup, so the restore was undone and the database is still empty. Check the disk and try again, or use another backup.',
  },
  'no-place': {
    status: 503,
    vi: 'Dữ liệu đang ở bản {from}, chương trình cần bản {to}. Trước khi nâng cấp phải có bản sao lưu: hãy đặt BACCAU_BACKUP_DIR là một thư mục trên ổ đĩa khác rồi chạy lại; hoặc, nếu đã tự sao lưu, chạy “baccau migrate --no-backup”.',
    en: 'The data stand at version {from}, the program needs {to}. A backup must be taken before the upgrade: set BACCAU_BACKUP_DIR to a folder on another disk and run again; or, if you made your own backup, run “baccau migrate --no-backup”.',
  },
});
