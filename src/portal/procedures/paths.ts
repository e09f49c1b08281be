export const PROCEDURES = '/thu-tuc';

/** Query fields of the list. */
export const FIELD_PARAM = 'linh-vuc';
export const PAGE_PARAM = 'trang';

/** Set by the sign-in on the way back, so that the page can say what to press next. */
export const READY_PARAM = 'nop';

export const procedurePath = (code: string): string => `${PROCEDURES}/${encodeURIComponent(code)}`;

export const readyToFilePath = (code: string): string => `${procedurePath(code)}?${READY_PARAM}=1`;

export const searchPath = (q: string, page = 1): string => listPath({ q }, page);

export const fieldPath = (field: string, page = 1): string => listPath({ [FIELD_PARAM]: field }, page);

function listPath(query: Record<string, string>, page: number): string {
  return `${PROCEDURES}?${new URLSearchParams({ ...query, ...(page > 1 ? { [PAGE_PARAM]: String(page) } : {}) })}`;
}
