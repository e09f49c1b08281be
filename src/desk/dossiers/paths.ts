import type { WorkFilter } from '../../modules/dossiers/index.ts';

export const DOSSIERS = '/desk/ho-so';

/** The filters' names in addresses. */
export const FILTER_SLUGS: Readonly<Record<WorkFilter, string>> = {
  new: 'moi',
  working: 'dang-xu-ly',
  waiting: 'cho-bo-sung',
  ready: 'cho-tra',
  closed: 'da-xong',
  all: 'tat-ca',
};

export interface ListAddress {
  readonly filter: WorkFilter;
  readonly overdueOnly?: boolean | undefined;
  readonly text?: string | undefined;
  readonly page?: number | undefined;
}

/** Address of a list, without the parts that say nothing. */
export function listPath({ filter, overdueOnly = false, text = '', page = 1 }: ListAddress): string {
  const query = new URLSearchParams({ loc: FILTER_SLUGS[filter] });
  if (overdueOnly) query.set('qua-han', '1');
  if (text) query.set('q', text);
  if (page > 1) query.set('trang', String(page));
  return `${DOSSIERS}?${query}`;
}

/** Acts of staff in addresses. */
export const ACT_SLUGS = {
  receive: 'tiep-nhan',
  refuse: 'khong-tiep-nhan',
  'request-supplement': 'yeu-cau-bo-sung',
  process: 'xu-ly',
  finish: 'hoan-thanh',
  'hand-over': 'tra-ket-qua',
} as const;
export type StaffAct = keyof typeof ACT_SLUGS;

export const dossierPath = (dossierId: string): string => `${DOSSIERS}/${dossierId}`;
export const dossierDonePath = (dossierId: string, act: StaffAct): string =>
  `${dossierPath(dossierId)}?xong=${ACT_SLUGS[act]}`;
export const actPath = (dossierId: string, act: StaffAct): string => `${dossierPath(dossierId)}/${ACT_SLUGS[act]}`;
export const filePath = (dossierId: string, fileId: string): string => `${dossierPath(dossierId)}/tep/${fileId}`;
export const receiptPath = (dossierId: string): string => `${dossierPath(dossierId)}/giay-tiep-nhan.pdf`;
export const filledFormPath = (dossierId: string): string => `${dossierPath(dossierId)}/to-khai`;
