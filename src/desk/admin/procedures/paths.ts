import { ADMIN } from '../paths.ts';

export const ADMIN_PROCEDURES = `${ADMIN}/thu-tuc`;
export const adminProcedurePath = (code: string) => `${ADMIN_PROCEDURES}/${code}`;
