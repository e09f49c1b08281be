export const HELPERS = '/tai-khoan/nguoi-ho-tro';
export const HELPERS_REVOKE = `${HELPERS}/rut-dong-y`;
export const HELPERS_REVOKED = `${HELPERS}?rut=1`;
