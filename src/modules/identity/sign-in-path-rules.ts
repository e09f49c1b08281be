/** Name of the query parameter and form field that remembers where a sign-in should end. */
export const RETURN_FIELD = 'tiep';

const withReturn = (path: string, next?: string): string =>
  next && next !== '/' ? `${path}?${RETURN_FIELD}=${encodeURIComponent(next)}` : path;

/** The doors' sign-in pages. They live here because the wrappers of this module send people there. */
export const citizenSignInPath = (next?: string): string => withReturn('/dang-nhap', next);
export const staffSignInPath = (next?: string): string => withReturn('/desk/dang-nhap', next);
