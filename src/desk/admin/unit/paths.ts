import { ADMIN } from '../paths.ts';

export const UNIT = `${ADMIN}/don-vi`;
export const UNIT_SEARCH = `${UNIT}/tim`;
export const UNIT_TAKE_OVER = `${UNIT}/nhan-ho`;
