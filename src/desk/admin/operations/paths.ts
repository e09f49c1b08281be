import { ADMIN } from '../paths.ts';

export const OPERATIONS = `${ADMIN}/van-hanh`;
