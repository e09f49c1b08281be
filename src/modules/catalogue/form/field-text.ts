import type { Lang } from '../../../platform/problem.ts';

const vi = {
  choose: (label: string) => `Hãy chọn một câu trả lời cho “${label}”.`,
  fill: (label: string) => `Hãy điền “${label}”.`,
  fillDate: (label: string) => `Hãy ghi ngày, tháng, năm vào “${label}”.`,
  fillPlace: (label: string) => `Hãy ghi địa chỉ vào “${label}”.`,
  addFile: (label: string) => `Hãy thêm ảnh chụp hoặc tệp “${label}”.`,
  tick: 'Hãy đọc kỹ rồi đánh dấu vào ô này.',
  tooLong: (label: string, most: number) => `“${label}” dài quá. Hãy viết gọn lại, nhiều nhất ${most} chữ cái.`,
  nameLetters: 'Họ tên chỉ gồm chữ cái và khoảng trắng. Hãy bỏ chữ số và ký hiệu.',
  nameOneWord: 'Họ tên này chỉ có một chữ. Nếu thiếu họ hoặc tên, hãy ghi đủ như trên giấy tờ.',
  dateParts: 'Ngày còn thiếu. Hãy ghi đủ cả ba ô ngày, tháng, năm.',
  dateYear: 'Năm phải có đủ 4 chữ số, từ 1900. Ví dụ: 1995.',
  dateMonth: 'Tháng phải từ 1 đến 12. Hãy ghi lại ô tháng.',
  dateDay: 'Tháng đó không có ngày này. Hãy xem lại ô ngày và ô tháng.',
  dateOrYear: 'Hãy ghi đủ ngày, tháng, năm; không rõ ngày sinh thì chỉ ghi ô năm.',
  citizenDigits: (count: number) =>
    `Số này có ${count} ký tự; số định danh cá nhân gồm đúng 12 chữ số. Hãy xem mặt trước thẻ căn cước.`,
  citizenOld:
    'Đây là số chứng minh nhân dân 9 số, không còn dùng từ 01/01/2025. Hãy ghi số 12 chữ số trên thẻ căn cước.',
  citizenWrong: 'Số định danh này không đúng. Hãy xem lại từng chữ số trên mặt trước thẻ căn cước.',
  citizenDoubt:
    'Số định danh không khớp với ngày sinh hoặc giới tính đã ghi. Hãy xem lại cả ba; nếu đúng thì cứ tiếp tục.',
  phone: 'Số điện thoại này không đúng. Hãy ghi số di động 10 chữ số bắt đầu bằng 0, ví dụ 0912 345 678.',
  email: 'Địa chỉ thư điện tử này không đúng. Địa chỉ đúng có dạng ten@vidu.vn.',
  placeDetail: (label: string) => `Hãy ghi “${label}”.`,
  placeCommune: 'Hãy ghi tên xã, phường hoặc đặc khu.',
  placeProvince: 'Hãy ghi tên tỉnh hoặc thành phố.',
  numberDigits: 'Hãy ghi một số bằng chữ số, ví dụ 2.',
  numberLeast: (least: number) => `Số này phải từ ${least} trở lên.`,
  numberMost: (most: number) => `Số này nhiều nhất là ${most}.`,
};

type FieldText = typeof vi;

const en: FieldText = {
  choose: (label) => `Choose an answer for “${label}”.`,
  fill: (label) => `Fill in “${label}”.`,
  fillDate: (label) => `Fill in day, month and year of “${label}”.`,
  fillPlace: (label) => `Fill in the address of “${label}”.`,
  addFile: (label) => `Add a photo or a file of “${label}”.`,
  tick: 'Read this carefully, then tick the box.',
  tooLong: (label, most) => `“${label}” is too long. Shorten it to ${most} characters or fewer.`,
  nameLetters: 'A name has only letters and spaces. Remove digits and signs.',
  nameOneWord: 'This name has one word only. If the family or given name is missing, write it as on the papers.',
  dateParts: 'The date is incomplete. Fill in all three boxes: day, month, year.',
  dateYear: 'The year needs 4 digits, 1900 or later. Example: 1995.',
  dateMonth: 'The month is from 1 to 12. Correct the month.',
  dateDay: 'That month does not have this day. Check day and month.',
  dateOrYear: 'Fill in day, month and year; if the day is not known, fill in the year alone.',
  citizenDigits: (count) =>
    `This number has ${count} characters; a personal ID number has exactly 12 digits. Look at the front of the card.`,
  citizenOld: 'This is an old 9-digit number, not in use since 1 January 2025. Write the 12 digits on the ID card.',
  citizenWrong: 'This ID number is not right. Check every digit on the front of the card.',
  citizenDoubt: 'The ID number does not fit the birth date or sex given. Check all three; if they are right, go on.',
  phone: 'This phone number is not right. Write a 10-digit mobile number that begins with 0, for example 0912 345 678.',
  email: 'This e-mail address is not right. It looks like name@example.vn.',
  placeDetail: (label) => `Fill in “${label}”.`,
  placeCommune: 'Fill in the commune, ward or special zone.',
  placeProvince: 'Fill in the province or city.',
  numberDigits: 'Write a number in digits, for example 2.',
  numberLeast: (least) => `This number must be ${least} or more.`,
  numberMost: (most) => `This number is at most ${most}.`,
};

export const fieldText = (lang: Lang): FieldText => (lang === 'en' ? en : vi);
