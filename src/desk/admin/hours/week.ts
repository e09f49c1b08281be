/** Days as the form asks for them; apart, since browsers' bundles take it and must take no rules of the server. */
export const WEEK = [
  { weekday: 1, label: 'Thứ Hai' },
  { weekday: 2, label: 'Thứ Ba' },
  { weekday: 3, label: 'Thứ Tư' },
  { weekday: 4, label: 'Thứ Năm' },
  { weekday: 5, label: 'Thứ Sáu' },
  { weekday: 6, label: 'Thứ Bảy' },
  { weekday: 0, label: 'Chủ nhật' },
] as const;
