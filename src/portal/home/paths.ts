export const HOME = '/';
export const FAVICON = '/favicon.svg';
