import { defineProblems } from '../problem.ts';

/** What is wrong with the settings of a channel, and why a message did not go out. Read by administrators. */
export const refuseChannel = defineProblems('channel', {
  kind: {
    status: 422,
    vi: 'Hãy chọn cách gửi: qua HTTP hoặc qua SMPP.',
    en: 'Please choose how to send: by HTTP or by SMPP.',
  },
  url: {
    status: 422,
    vi: 'Địa chỉ phải đầy đủ, bắt đầu bằng https://, ví dụ https://api.nhacungcap.vn/sms. Chỉ dùng http:// khi cổng tin nhắn ở cùng máy này.',
    en: 'The address must be whole and begin with https://. http:// only for a gateway on this very machine.',
  },
  places: {
    status: 422,
    vi: 'Địa chỉ hoặc nội dung gửi phải có cả {phone} và {text}: đó là chỗ điền số điện thoại và lời nhắn.',
    en: 'The address or the body must hold both {phone} and {text}: there the number and the words go.',
  },
  'body-json': {
    status: 422,
    vi: 'Nội dung này không phải là JSON. Hãy kiểm tra dấu ngoặc và đặt các chỗ điền trong dấu nháy kép.',
    en: 'This body is not JSON. Check the brackets and put the places between double quotes.',
  },
  headers: {
    status: 422,
    vi: 'Mỗi dòng phải có dạng “Tên: giá trị”, ví dụ “Authorization: Bearer …”, chỉ gồm chữ không dấu.',
    en: 'Each line must be “Name: value”, in plain ASCII.',
  },
  timeout: {
    status: 422,
    vi: 'Thời gian chờ là một số giây từ 1 đến 30.',
    en: 'The time to wait is a number of seconds from 1 to 30.',
  },
  ca: {
    status: 422,
    vi: 'Chứng thư này không phải dạng PEM (bắt đầu bằng “-----BEGIN CERTIFICATE-----”).',
    en: 'This certificate is not PEM (it begins with “-----BEGIN CERTIFICATE-----”).',
  },
  host: {
    status: 422,
    vi: 'Hãy ghi tên máy hoặc địa chỉ IP của tổng đài, không có http:// phía trước.',
    en: 'Please give the name or IP address of the SMSC, without http:// before it.',
  },
  'smpp-in-clear': {
    status: 422,
    vi: 'Tổng đài ở máy khác thì phải nối bằng TLS, vì mật khẩu và mã đi trên đường truyền. Nếu nhà cung cấp chỉ có đường truyền riêng (VPN), hãy nối qua một cổng ở cùng máy này.',
    en: 'An SMSC on another machine needs TLS, since password and codes travel there. If the provider has only a private line (VPN), connect through a relay on this machine.',
  },
  port: {
    status: 422,
    vi: 'Cổng là một số từ 1 đến 65535; SMPP thường dùng 2775.',
    en: 'The port is a number from 1 to 65535; SMPP usually has 2775.',
  },
  'system-id': {
    status: 422,
    vi: 'Tên đăng nhập SMPP (system_id) có từ 1 đến 15 ký tự không dấu.',
    en: 'The SMPP login (system_id) has 1 to 15 ASCII characters.',
  },
  source: {
    status: 422,
    vi: 'Tên người gửi có tối đa 11 chữ không dấu, hoặc là một đầu số chỉ gồm chữ số.',
    en: 'The sender is at most 11 ASCII letters, or a number of digits.',
  },
  rate: {
    status: 422,
    vi: 'Số tin mỗi giây là một số từ 1 đến 100, theo hợp đồng với nhà cung cấp.',
    en: 'Messages a second is a number from 1 to 100, as agreed with the provider.',
  },
  secret: {
    status: 422,
    vi: 'Hãy nhập mật khẩu (khoá) mà nhà cung cấp đã cấp; SMPP nhận tối đa 8 ký tự không dấu.',
    en: 'Please type the password (key) that the provider gave; SMPP takes at most 8 ASCII characters.',
  },
  'secret-again': {
    status: 422,
    vi: 'Bạn đã đổi nơi nhận, nên hãy nhập lại mật khẩu (khoá): mật khẩu cũ không tự gửi sang nơi khác.',
    en: 'The receiver was changed, so please type the password (key) again: the old one does not travel there by itself.',
  },
  'by-environment': {
    status: 409,
    vi: 'Kênh tin nhắn đang được đặt bằng biến môi trường BACCAU_SMS_…. Hãy sửa ở đó rồi khởi động lại.',
    en: 'The channel is set by the environment variables BACCAU_SMS_…. Change it there and restart.',
  },
  'other-unit': {
    status: 403,
    vi: 'Kênh tin nhắn của bản cài đặt này do đơn vị chủ quản đặt. Mời liên hệ người quản trị của đơn vị đó.',
    en: 'The channel of this installation is set by its home unit. Please contact that unit’s administrator.',
  },
  stale: {
    status: 409,
    vi: 'Trong lúc bạn sửa, người khác đã lưu một bản mới hơn. Mời tải lại trang để xem rồi sửa tiếp.',
    en: 'While you were editing, somebody saved a newer version. Please reload the page and go on from there.',
  },
  missing: {
    status: 409,
    vi: 'Chưa có kênh tin nhắn nào. Hãy điền và lưu phần cài đặt trước, rồi gửi thử.',
    en: 'There is no channel yet. Fill in and save the settings first, then send a test.',
  },
  unreachable: {
    status: 502,
    vi: 'Không nối được tới cổng tin nhắn ({detail}). Hãy kiểm tra địa chỉ, cổng, tường lửa và chứng thư, rồi gửi thử lại.',
    en: 'The gateway cannot be reached ({detail}). Check address, port, firewall and certificate, then test again.',
  },
  'no-answer': {
    status: 504,
    vi: 'Cổng tin nhắn không trả lời kịp ({detail}). Hãy thử lại; nếu vẫn vậy, tăng thời gian chờ hoặc gọi nhà cung cấp.',
    en: 'The gateway did not answer in time ({detail}). Try again; else allow more time or call the provider.',
  },
  refused: {
    status: 502,
    vi: 'Cổng tin nhắn từ chối ({detail}). Hãy kiểm tra tên, mật khẩu, tên người gửi và số dư với nhà cung cấp.',
    en: 'The gateway refused ({detail}). Check login, password, sender and credit with the provider.',
  },
  busy: {
    status: 503,
    vi: 'Cổng tin nhắn đang quá tải ({detail}). Mời đợi một phút rồi thử lại, hoặc giảm số tin mỗi giây.',
    en: 'The gateway is too busy ({detail}). Wait a minute and try again, or allow fewer messages a second.',
  },
  number: {
    status: 422,
    vi: 'Cổng tin nhắn không nhận số điện thoại này ({detail}). Hãy kiểm tra cách ghi số điện thoại trong phần cài đặt.',
    en: 'The gateway does not take this number ({detail}). Check how numbers are written in the settings.',
  },
});
