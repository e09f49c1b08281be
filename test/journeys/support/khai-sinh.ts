import type { Answers } from '../../../src/modules/catalogue/form/answers-model.ts';
import { postedFrom } from '../../../src/modules/catalogue/form/testing.ts';
import { toLocal } from '../../../src/modules/units/index.ts';

export const KHAI_SINH = '1.001193';

const home = { detail: 'Số 5, khu phố 3', commune: 'Phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' };

/** A week ago: within the 60 days of Luật Hộ tịch, art. 15. */
const lastWeek = toLocal(new Date(Date.now() - 7 * 86_400_000)).date;

/** An invented mother; her number is of the right shape only. */
export const MOTHER = { name: 'Nguyễn Thị Hoà Mẫu', dob: '1998-04-05', citizenNo: '074198000001' };

/** What the QR code on her card says; the address is of the time before the communes were merged. */
export const MOTHER_CARD = `${MOTHER.citizenNo}|280000001|${MOTHER.name}|05041998|Nữ|Số 5, Hiệp An, Thủ Dầu Một, Bình Dương|20052022`;

/** What the card fills in. */
export const FROM_CARD = ['requester-name', 'requester-dob', 'requester-citizen-no'];

export const CHILD_NAME = 'Trần Nguyễn Ánh Dương';

/** Every answer of a birth registration of an invented family. */
export const FAMILY: Answers = {
  'requester-name': MOTHER.name,
  'requester-dob': MOTHER.dob,
  'requester-citizen-no': MOTHER.citizenNo,
  'requester-phone': '0900900900',
  'requester-residence': home,
  'id-kind': 'can-cuoc',
  'id-issued': '2022-05-20',
  relation: 'me',
  'child-case': 'cha-me',
  'child-name': CHILD_NAME,
  'child-dob': lastWeek,
  'child-sex': 'nu',
  'child-ethnicity': 'Kinh',
  'child-nationality': 'Việt Nam',
  'birth-place-kind': 'co-so-y-te',
  'birth-facility': { detail: 'Bệnh viện Mẫu', commune: 'Phường Phú Lợi', province: 'Thành phố Hồ Chí Minh' },
  'child-origin': { detail: '', commune: 'Phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' },
  'mother-name': MOTHER.name,
  'mother-dob': MOTHER.dob,
  'mother-citizen-no': MOTHER.citizenNo,
  'mother-ethnicity': 'Kinh',
  'mother-nationality': 'Việt Nam',
  'mother-residence': home,
  'father-name': 'Trần Văn Bình Mẫu',
  'father-dob': '1995',
  'father-ethnicity': 'Kinh',
  'father-nationality': 'Việt Nam',
  'father-residence': home,
  'parents-married': 'roi',
  'birth-proof': 'giay-chung-sinh',
  'want-copies': 'co',
  'copies-count': '2',
  'receive-method': 'truc-tiep',
  statement: 'yes',
};

/** As the boxes of the form are named. */
export const postedFamily = (changes: Answers = {}): Record<string, string> => postedFrom({ ...FAMILY, ...changes });
