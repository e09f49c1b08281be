export const DESK_SIGN_IN = '/desk/dang-nhap';
export const DESK_SIGN_OUT = '/desk/dang-xuat';
export const DESK_HOME = '/desk';
