import { citizenSignInPath, RETURN_FIELD } from '../../modules/identity/sign-in-path-rules.ts';

export const signInPath = citizenSignInPath;
export const SIGN_IN = '/dang-nhap';
export const SIGN_IN_CODE = '/dang-nhap/ma';
export const SIGN_IN_AGAIN = '/dang-nhap/gui-lai';
export const SIGN_OUT = '/dang-xuat';

/** The page that asks for a code that was sent. */
export const codePath = (codeId: string, next: string | null, sentAgain = false): string =>
  `${SIGN_IN_CODE}?${new URLSearchParams({ c: codeId, ...(next && { [RETURN_FIELD]: next }), ...(sentAgain && { moi: '1' }) })}`;
