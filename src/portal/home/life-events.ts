import type { IconName } from '../../ui/icons/icons.ts';

export interface LifeEvent {
  /** Procedure that it leads to. */
  readonly code: string;
  readonly icon: IconName;
  readonly vi: EventText;
  readonly en: EventText;
}

/** What happens, in people's words, and what one gets or when one needs it. */
interface EventText {
  readonly title: string;
  readonly text: string;
}

export interface LifeArea {
  readonly vi: string;
  readonly en: string;
  readonly events: readonly LifeEvent[];
}

/** What happens in a life, in the order in which people meet it; each leads to a guide of ours. */
export const LIFE_AREAS: readonly LifeArea[] = [
  {
    vi: 'Gia đình',
    en: 'Family',
    events: [
      {
        code: '1.001193',
        icon: 'person',
        vi: { title: 'Sinh con', text: 'Làm giấy khai sinh cho con' },
        en: { title: 'A child is born', text: 'Register the birth and get the certificate' },
      },
      {
        code: '1.000894',
        icon: 'people',
        vi: { title: 'Kết hôn', text: 'Đăng ký và nhận giấy chứng nhận' },
        en: { title: 'Getting married', text: 'Register and get the certificate' },
      },
      {
        code: '1.004873',
        icon: 'check',
        vi: { title: 'Xác nhận độc thân', text: 'Để kết hôn, vay tiền, mua bán nhà' },
        en: { title: 'Proof of being single', text: 'For a marriage, a loan, buying a house' },
      },
      {
        code: '1.000656',
        icon: 'document',
        vi: { title: 'Người thân mất', text: 'Khai tử cho người thân' },
        en: { title: 'A death in the family', text: 'Register the death' },
      },
    ],
  },
  {
    vi: 'Giấy tờ',
    en: 'Papers',
    events: [
      {
        code: '2.000815',
        icon: 'document',
        vi: { title: 'Sao y giấy tờ', text: 'Chứng thực bản sao từ bản chính' },
        en: { title: 'Certified copies', text: 'Copies stamped as true to the original' },
      },
      {
        code: '2.000635',
        icon: 'download',
        vi: { title: 'Bản sao khai sinh, kết hôn', text: 'Mất giấy, hoặc cần thêm bản' },
        en: { title: 'Copies of birth or marriage papers', text: 'Lost the paper, or need more of them' },
      },
      {
        code: '1.004859',
        icon: 'edit',
        vi: { title: 'Giấy tờ bị sai', text: 'Sửa tên, ngày sinh, quê quán' },
        en: { title: 'A mistake in a certificate', text: 'Correct a name, a date, a place' },
      },
      {
        code: '2.000884',
        icon: 'lock',
        vi: { title: 'Chứng thực chữ ký', text: 'Giấy ủy quyền, sơ yếu lý lịch' },
        en: { title: 'Certify a signature', text: 'Power of attorney, personal statement' },
      },
    ],
  },
  {
    vi: 'Chỗ ở',
    en: 'Home',
    events: [
      {
        code: '1.004222',
        icon: 'home',
        vi: { title: 'Thường trú', text: 'Nhập hộ khẩu, về hẳn chỗ ở mới' },
        en: { title: 'Permanent residence', text: 'Moving to a new home for good' },
      },
      {
        code: '1.004194',
        icon: 'calendar',
        vi: { title: 'Tạm trú', text: 'Ở trọ, ở nhờ từ 30 ngày' },
        en: { title: 'Temporary residence', text: 'Renting or staying for 30 days or more' },
      },
    ],
  },
  {
    vi: 'Làm ăn, hỗ trợ',
    en: 'Work and support',
    events: [
      {
        code: '1.001612',
        icon: 'plus',
        vi: { title: 'Mở hộ kinh doanh', text: 'Bán hàng, mở quán, mở tiệm nhỏ' },
        en: { title: 'Start a household business', text: 'A shop, a food stall, a small trade' },
      },
      {
        code: '1.001699',
        icon: 'hands',
        vi: { title: 'Người khuyết tật', text: 'Xin giấy xác nhận khuyết tật' },
        en: { title: 'Living with a disability', text: 'Get a disability certificate' },
      },
    ],
  },
];

export const LIFE_CODES: readonly string[] = LIFE_AREAS.flatMap(({ events }) => events.map(({ code }) => code));
