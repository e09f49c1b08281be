import { ADMIN } from '../paths.ts';

export const ADMIN_PROFILE = `${ADMIN}/thong-tin`;
