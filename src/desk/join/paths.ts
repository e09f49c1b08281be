/** A one-time link; the token stands in the path and is never logged (routes are logged as patterns). */
export const JOIN = '/desk/loi-moi';

export const joinPath = (token: string): string => `${JOIN}/${token}`;
