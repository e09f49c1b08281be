export const HELP = '/desk/ho-tro';
export const HELP_AGREE = `${HELP}/dong-y`;
export const QUICK_TURN = `${HELP}/ghi-nhanh`;

/** Where everything under a helper's session lies; called with `:helperSessionId` it gives route patterns. */
export const sessionPath = (helperSessionId: string): string => `${HELP}/${helperSessionId}`;
export const sessionStartedPath = (helperSessionId: string): string => `${sessionPath(helperSessionId)}?moi=1`;
export const searchPath = (helperSessionId: string): string => `${sessionPath(helperSessionId)}/tim-thu-tuc`;
export const profilePath = (helperSessionId: string): string => `${sessionPath(helperSessionId)}/tai-khoan`;
export const withdrawPath = (helperSessionId: string): string => `${sessionPath(helperSessionId)}/rut-dong-y`;
export const finishPath = (helperSessionId: string): string => `${sessionPath(helperSessionId)}/ket-thuc`;

/** Notices of the start page after something was done. */
export const DONE = { turn: 'luot', withdrawn: 'rut' } as const;
export const helpDonePath = (done: keyof typeof DONE): string => `${HELP}?xong=${DONE[done]}`;
