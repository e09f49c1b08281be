import { ADMIN } from '../paths.ts';

export const BACKUPS = `${ADMIN}/sao-luu`;
