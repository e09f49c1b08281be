import { ADMIN } from '../paths.ts';

export const ADMIN_FEES = `${ADMIN}/le-phi`;
export const feePath = (code: string) => `${ADMIN_FEES}/${code}`;
export const feeEndPath = (code: string) => `${feePath(code)}/ket-thuc`;
