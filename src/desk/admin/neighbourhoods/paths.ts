import { ADMIN } from '../paths.ts';

export const NEIGHBOURHOODS = `${ADMIN}/khu-pho`;
export const NEIGHBOURHOOD_IMPORT = `${NEIGHBOURHOODS}/nhap`;
export const neighbourhoodPath = (id: string) => `${NEIGHBOURHOODS}/${id}`;
export const renamePath = (id: string) => `${neighbourhoodPath(id)}/doi-ten`;
export const closePath = (id: string) => `${neighbourhoodPath(id)}/ket-thuc`;
