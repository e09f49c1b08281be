export const ACCOUNT = '/tai-khoan';
export const ACCOUNT_EDIT = '/tai-khoan/sua';
export const ACCOUNT_CARD = '/tai-khoan/the-can-cuoc';
export const ACCOUNT_SAVED = `${ACCOUNT}?luu=1`;
