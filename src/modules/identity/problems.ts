import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('identity', {
  'signed-out': {
    status: 401,
    vi: 'Bạn chưa đăng nhập, hoặc đã để lâu không dùng nên được thoát ra cho an toàn. Mời đăng nhập lại rồi gửi lại.',
    en: 'You are not signed in, or you were signed out after a pause. Please sign in and send it again.',
  },
  'not-your-role': {
    status: 403,
    vi: 'Vai trò của bạn tại {unit} không làm được việc này. Nếu cần, hãy nhờ người quản trị của đơn vị cấp thêm vai trò.',
    en: 'Your role at {unit} does not allow this. If you need it, ask your unit’s administrator for the role.',
  },
  'unit-not-yours': {
    status: 403,
    vi: 'Hôm nay bạn không có vai trò nào tại đơn vị này. Mời chọn một đơn vị trong danh sách, hoặc nhờ người quản trị đơn vị đó cấp vai trò.',
    en: 'You hold no role at this unit today. Please choose a unit of the list, or ask that unit’s administrator for a role.',
  },
  'leave-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần vắng mặt này tại đơn vị của bạn. Mời quay lại danh sách vắng mặt.',
    en: 'This absence was not found at your unit. Please go back to the list of absences.',
  },
  'leave-over': {
    status: 409,
    vi: 'Lần vắng mặt này đã qua hoặc đã huỷ nên không sửa được nữa. Nếu cần, hãy nhập một lần vắng mặt mới.',
    en: 'This absence is over or was cancelled and cannot be changed. If needed, please enter a new one.',
  },
  'leave-who': {
    status: 422,
    vi: 'Chưa chọn người vắng mặt. Hãy chọn một người đang có vai trò tại đơn vị.',
    en: 'Nobody was chosen. Please choose somebody who holds a role at the unit.',
  },
  'leave-from': {
    status: 422,
    vi: 'Ngày bắt đầu vắng chưa đúng. Hãy nhập ngày, tháng, năm, ví dụ 24/11/2026.',
    en: 'The first day is not right. Please type day, month and year, for example 24/11/2026.',
  },
  'leave-to': {
    status: 422,
    vi: 'Ngày vắng cuối cùng chưa đúng. Hãy nhập một ngày từ hôm nay trở đi, không trước ngày bắt đầu và cách ngày bắt đầu không quá một năm.',
    en: 'The last day is not right. It must be today or later, not before the first day, and within a year of it.',
  },
  'leave-overlaps': {
    status: 409,
    vi: 'Người này đã có một lần vắng mặt trùng ngày. Hãy xem danh sách bên dưới, sửa ngày hoặc huỷ lần đã nhập.',
    en: 'This person already has an absence on these days. Please look at the list, change the days or cancel it.',
  },
  'substitute-who': {
    status: 422,
    vi: 'Người làm thay phải là một người khác, đang có vai trò tại đơn vị. Hãy chọn lại.',
    en: 'The substitute must be somebody else who holds a role at the unit. Please choose again.',
  },
  'substitute-not-yourself': {
    status: 422,
    vi: 'Không ai được tự giao việc làm thay cho chính mình. Hãy chọn người khác, hoặc nhờ lãnh đạo hay người quản trị khác nhập.',
    en: 'Nobody may make themselves a substitute. Please choose somebody else, or ask another leader or administrator to enter it.',
  },
  'substitute-auditor': {
    status: 422,
    vi: 'Người làm kiểm soát không làm thay ai, để việc kiểm soát được độc lập. Hãy chọn người khác.',
    en: 'An auditor stands in for nobody, so that the audit stays independent. Please choose somebody else.',
  },
  'substitute-roles': {
    status: 422,
    vi: 'Hãy chọn ít nhất một vai trò mà người vắng đang giữ và bạn được giao lại.',
    en: 'Please choose at least one role that the absent person holds and that you may hand on.',
  },
  'phone-landline': {
    status: 422,
    vi: 'Số máy bàn không nhận được tin nhắn. Hãy nhập số di động 10 chữ số, có thể là của người thân.',
    en: 'A landline cannot receive messages. Please type a mobile number of 10 digits, perhaps a relative’s.',
  },
  'code-too-many': {
    status: 429,
    vi: 'Số điện thoại hoặc mạng này đã xin quá nhiều mã. Mời đợi {minutes} phút rồi thử lại, hoặc gọi đường dây nóng của phường.',
    en: 'Too many codes were asked for from this number or network. Please wait {minutes} minutes or call the ward’s hotline.',
  },
  'code-no-channel': {
    status: 503,
    vi: 'Đơn vị chưa mở việc gửi mã qua tin nhắn, nên chưa dùng số điện thoại ở đây được. Mời gọi đường dây nóng ghi ở cuối trang, hoặc đến Bộ phận Một cửa để được giúp.',
    en: 'This unit does not send codes by text message yet, so a phone number cannot be used here. Please call the hotline at the end of the page, or come to the one-stop counter.',
  },
  'code-not-sent': {
    status: 503,
    vi: 'Chưa gửi được tin nhắn đến số này. Mời thử lại sau ít phút, hoặc gọi đường dây nóng của phường để được giúp.',
    en: 'The message could not be sent to this number. Please try again in a few minutes, or call the ward’s hotline.',
  },
  'code-wrong': {
    status: 422,
    vi: 'Mã chưa đúng. Hãy xem lại tin nhắn mới nhất và nhập đủ 6 chữ số. Bạn còn {left} lần thử.',
    en: 'The code is not right. Please look at the newest message and type all 6 digits. Attempts left: {left}.',
  },
  'code-expired': {
    status: 410,
    vi: 'Mã này đã hết hạn (mỗi mã dùng trong {minutes} phút). Mời bấm "Gửi mã mới".',
    en: 'This code has expired (each is good for {minutes} minutes). Please ask for a new one.',
  },
  'code-used': {
    status: 410,
    vi: 'Mã này đã được dùng rồi. Mỗi mã chỉ dùng một lần; mời bấm "Gửi mã mới".',
    en: 'This code was already used. Each code works once; please ask for a new one.',
  },
  'code-exhausted': {
    status: 429,
    vi: 'Mã này đã bị nhập sai quá nhiều lần nên không dùng được nữa. Mời bấm "Gửi mã mới".',
    en: 'This code was mistyped too often and no longer works. Please ask for a new one.',
  },
  'code-unknown': {
    status: 410,
    vi: 'Không tìm thấy lần xin mã này. Mời nhập lại số điện thoại để nhận mã mới.',
    en: 'This request for a code was not found. Please type your phone number again to get a new code.',
  },
  'code-other-act': {
    status: 409,
    vi: 'Mã này là để xác nhận một việc khác, hoặc nội dung đã thay đổi sau khi gửi mã. Mời xem lại và xin mã mới.',
    en: 'This code confirms something else, or the content changed after it was sent. Please check and ask for a new code.',
  },
  'staff-sign-in': {
    status: 401,
    vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng. Mỗi mã xác thực chỉ dùng một lần: hãy đợi mã mới rồi thử lại.',
    en: 'Login, password or authenticator code is not right. Each code works once: wait for the next code and try again.',
  },
  'staff-too-many': {
    status: 429,
    vi: 'Đã thử đăng nhập quá nhiều lần. Mời đợi {minutes} phút, hoặc nhờ người quản trị của đơn vị.',
    en: 'Too many sign-in attempts. Please wait {minutes} minutes or ask your unit’s administrator.',
  },
  'staff-disabled': {
    status: 403,
    vi: 'Tài khoản này đã bị khoá. Mời liên hệ người quản trị của đơn vị.',
    en: 'This account is disabled. Please contact your unit’s administrator.',
  },
  'no-active-role': {
    status: 403,
    vi: 'Tài khoản này hiện không có vai trò ở đơn vị nào. Mời nhờ người quản trị của đơn vị giao vai trò.',
    en: 'This account has no role at any unit today. Please ask your unit’s administrator for one.',
  },
  'login-invalid': {
    status: 422,
    vi: 'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch ngang, ví dụ "lan.nguyen".',
    en: 'A login has 3–40 lower-case letters, digits, dots or dashes, e.g. "lan.nguyen".',
  },
  'login-taken': {
    status: 409,
    vi: 'Tên đăng nhập "{login}" đã có người dùng. Hãy chọn tên khác.',
    en: 'The login "{login}" is taken. Please choose another one.',
  },
  'invitation-gone': {
    status: 410,
    vi: 'Liên kết này đã dùng rồi, đã huỷ hoặc đã hết hạn. Mời nhờ người quản trị của đơn vị gửi liên kết mới.',
    en: 'This link was used, cancelled or has expired. Please ask your unit’s administrator for a new one.',
  },
  'authenticator-wrong': {
    status: 422,
    vi: 'Mã xác thực chưa đúng. Hãy quét lại mã QR bằng ứng dụng xác thực, xem giờ của điện thoại có đúng không, rồi nhập mã đang hiện.',
    en: 'The authenticator code is not right. Scan the QR code again, check the clock of your phone, and type the code it shows.',
  },
  'name-missing': {
    status: 422,
    vi: 'Chưa ghi họ và tên. Hãy ghi họ, chữ đệm và tên, từ 2 đến 100 chữ.',
    en: 'The name is missing. Please type the full name, 2 to 100 letters.',
  },
  'roles-missing': {
    status: 422,
    vi: 'Chưa chọn vai trò nào. Hãy chọn ít nhất một vai trò.',
    en: 'No role was chosen. Please choose at least one.',
  },
  'period-wrong': {
    status: 422,
    vi: 'Ngày bắt đầu và ngày kết thúc chưa đúng. Hãy ghi ngày có thật, ngày kết thúc sau ngày bắt đầu (hoặc bỏ trống).',
    en: 'The dates are not right. Give real days, the end after the beginning (or leave it empty).',
  },
  'staff-unknown': {
    status: 404,
    vi: 'Không tìm thấy người này ở đơn vị của bạn. Mời mở lại danh sách cán bộ.',
    en: 'This person was not found at your unit. Please open the list of staff again.',
  },
  'role-overlaps': {
    status: 409,
    vi: 'Người này đã có vai trò đó trong khoảng thời gian này. Hãy kết thúc vai trò cũ trước, hoặc chọn ngày khác.',
    en: 'The person already holds this role in that period. End the old one first, or choose other days.',
  },
  'role-unknown': {
    status: 404,
    vi: 'Không tìm thấy vai trò này. Mời mở lại trang của người đó.',
    en: 'This role was not found. Please open the person’s page again.',
  },
  'not-yourself': {
    status: 409,
    vi: 'Bạn không tự khoá hoặc tự kết thúc vai trò quản trị của chính mình. Hãy nhờ một người quản trị khác.',
    en: 'You cannot disable yourself or end your own administrator role. Please ask another administrator.',
  },
  'last-admin': {
    status: 409,
    vi: 'Đây là người quản trị cuối cùng của đơn vị. Hãy giao vai trò quản trị cho một người khác trước.',
    en: 'This is the unit’s last administrator. Give the role to somebody else first.',
  },
  'staff-elsewhere': {
    status: 409,
    vi: 'Người này còn làm việc ở đơn vị khác nên không khoá được từ đây. Hãy kết thúc các vai trò của họ ở đơn vị mình.',
    en: 'This person also works at another unit and cannot be disabled from here. End their roles at your unit instead.',
  },
  'password-weak': {
    status: 422,
    vi: 'Mật khẩu phải dài từ {min} đến {max} ký tự. Một câu dễ nhớ gồm vài từ là mật khẩu tốt.',
    en: 'A password must have {min} to {max} characters. A sentence of a few words makes a good one.',
  },
  'account-unknown': {
    status: 404,
    vi: 'Không tìm thấy tài khoản này. Mời đăng nhập lại.',
    en: 'This account was not found. Please sign in again.',
  },
  'member-unknown': {
    status: 404,
    vi: 'Không tìm thấy người này trong hộ. Mời mở lại danh sách của hộ.',
    en: 'This person was not found in the household. Please open the household’s list again.',
  },
  'not-a-successor': {
    status: 409,
    vi: 'Đơn vị nhận không kế thừa đơn vị cũ này theo danh mục đơn vị hành chính. Hãy xem lại hai đơn vị, hoặc nhập danh sách cũ → mới còn thiếu.',
    en: 'By the register of units the receiving unit is no successor of the old one. Please check both units, or import the list old → new that is missing.',
  },
  'neighbourhood-unknown': {
    status: 404,
    vi: 'Không tìm thấy khu phố này ở đơn vị đã chọn. Mời tải lại trang rồi chọn lại khu phố cũ và khu phố nhận.',
    en: 'This neighbourhood was not found at the unit chosen. Please reload the page and choose both neighbourhoods again.',
  },
});
