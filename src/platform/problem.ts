export type Lang = 'vi' | 'en';

/** An expected failure: a value, not an exception. `refused` is `<module>.<code>`. */
export interface Refusal {
  readonly refused: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ProblemDefinition {
  /** HTTP status that a door answers with. */
  readonly status: number;
  /** The Vietnamese sentence: what happened and what to do next. `{name}` is filled from the parameters. */
  readonly vi: string;
  readonly en: string;
}

const catalogue = new Map<string, ProblemDefinition>();

/**
 * Registers a module's refusals and returns its typed `refuse`.
 * A code is defined once; the message catalogue test lists them all.
 */
export function defineProblems<const T extends Record<string, ProblemDefinition>>(module: string, problems: T) {
  for (const [code, definition] of Object.entries(problems)) {
    const full = `${module}.${code}`;
    if (catalogue.has(full)) throw new Error(`Problem ${full} is defined twice`);
    catalogue.set(full, definition);
  }
  return (code: keyof T & string, params: Record<string, string | number> = {}): Refusal => ({
    refused: `${module}.${code}`,
    params,
  });
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && typeof (value as Refusal).refused === 'string';

export const problemCatalogue = (): ReadonlyMap<string, ProblemDefinition> => catalogue;

export function problemText(refusal: Refusal, lang: Lang = 'vi'): string {
  const definition = catalogue.get(refusal.refused);
  if (!definition) throw new Error(`Problem ${refusal.refused} is not defined`);
  return definition[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.params[name] ?? whole));
}

export const problemStatus = (refusal: Refusal): number => catalogue.get(refusal.refused)?.status ?? 500;

/** The refusals that belong to no module. */
export const refusePlatform = defineProblems('platform', {
  'bad-request': {
    status: 400,
    vi: 'Đường dẫn hoặc dữ liệu gửi lên không đúng. Mời quay lại trang trước và thử lại.',
    en: 'The address or the data sent is not right. Please go back and try again.',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy trang này. Mời kiểm tra lại đường dẫn hoặc về trang chủ.',
    en: 'This page was not found. Please check the address or go to the home page.',
  },
  forbidden: {
    status: 403,
    vi: 'Tài khoản này không có quyền làm việc đó. Mời liên hệ người quản trị của đơn vị.',
    en: 'This account may not do that. Please contact your unit’s administrator.',
  },
  'other-origin': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên đã bị chặn. Mời mở lại trang này và gửi lại.',
    en: 'The request came from another site and was blocked. Please open this page again and resend.',
  },
  'other-host': {
    status: 421,
    vi: 'Địa chỉ này không phải của Cổng. Mời gõ lại đúng địa chỉ mà phường đã thông báo.',
    en: 'This is not the portal’s address. Please type the address that the ward has published.',
  },
  'too-large': {
    status: 413,
    vi: 'Dữ liệu gửi lên quá lớn. Mời chọn tệp nhỏ hơn 10 MB.',
    en: 'What was sent is too large. Please choose a file under 10 MB.',
  },
  'too-many': {
    status: 429,
    vi: 'Quá nhiều lần thử. Mời đợi {minutes} phút rồi thử lại, hoặc gọi đường dây nóng của phường.',
    en: 'Too many attempts. Please wait {minutes} minutes and try again, or call the ward’s hotline.',
  },
  'key-reused': {
    status: 409,
    vi: 'Biểu mẫu này đã được gửi với nội dung khác. Mời tải lại trang để xem bản đã lưu.',
    en: 'This form was already sent with other content. Please reload the page to see what was saved.',
  },
});
