export const UNIT_CHOICE = '/desk/don-vi';
