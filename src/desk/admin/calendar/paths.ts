export const CALENDAR = '/desk/admin/lich';
export const CALENDAR_PREVIEW = `${CALENDAR}/xem-truoc`;
export const yearPath = (year: number): string => `${CALENDAR}?nam=${year}`;
