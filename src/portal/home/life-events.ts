import type { IconName } from '../../ui/icons/icons.ts';

export interface LifeEvent {
  /** Procedure that it leads to. */
  readonly code: string;
  readonly icon: IconName;
  readonly vi: string;
  readonly en: string;
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
      { code: '1.001193', icon: 'person', vi: 'Sinh con', en: 'A child is born' },
      { code: '1.000894', icon: 'people', vi: 'Kết hôn', en: 'Getting married' },
      { code: '1.004873', icon: 'check', vi: 'Xác nhận độc thân', en: 'Proof of being single' },
      { code: '1.000656', icon: 'document', vi: 'Người thân mất', en: 'A death in the family' },
    ],
  },
  {
    vi: 'Giấy tờ',
    en: 'Papers',
    events: [
      { code: '2.000815', icon: 'document', vi: 'Sao y giấy tờ', en: 'Certified copies' },
      {
        code: '2.000635',
        icon: 'download',
        vi: 'Xin bản sao khai sinh, kết hôn',
        en: 'Copies of birth or marriage papers',
      },
      { code: '1.004859', icon: 'edit', vi: 'Giấy tờ bị sai', en: 'A mistake in a certificate' },
      { code: '2.000884', icon: 'lock', vi: 'Chứng thực chữ ký', en: 'Certify a signature' },
    ],
  },
  {
    vi: 'Chỗ ở',
    en: 'Home',
    events: [
      { code: '1.004222', icon: 'home', vi: 'Thường trú (nhập hộ khẩu)', en: 'Permanent residence' },
      { code: '1.004194', icon: 'calendar', vi: 'Tạm trú (ở trọ, ở nhờ)', en: 'Temporary residence' },
    ],
  },
  {
    vi: 'Làm ăn, hỗ trợ',
    en: 'Work and support',
    events: [
      { code: '1.001612', icon: 'plus', vi: 'Mở hộ kinh doanh', en: 'Start a household business' },
      { code: '1.001699', icon: 'hands', vi: 'Người khuyết tật', en: 'Living with a disability' },
    ],
  },
];

export const LIFE_CODES: readonly string[] = LIFE_AREAS.flatMap(({ events }) => events.map(({ code }) => code));
