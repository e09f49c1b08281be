export const HOURS = '/desk/admin/gio-lam-viec';
export const HOURS_CANCEL = `${HOURS}/bo`;
export const UNIT_DAYS = `${HOURS}/ngay-rieng`;
export const UNIT_DAY_CANCEL = `${UNIT_DAYS}/bo`;
