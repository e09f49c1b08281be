/** Ways of filing, as officers say them. */
export const CHANNEL_LABELS = {
  online: 'Trực tuyến',
  'in-person': 'Trực tiếp tại quầy',
  post: 'Qua bưu chính',
} as const;
