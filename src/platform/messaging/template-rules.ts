import type { PhoneFormat } from './settings.ts';

export interface Filling {
  readonly phone: string;
  readonly text: string;
  readonly secret: string;
}

/** Quotes a value so that it cannot leave its place. */
export type Quote = (value: string) => string;

export const asJson: Quote = (value) => JSON.stringify(value).slice(1, -1);
export const asUrl: Quote = (value) => encodeURIComponent(value);
/** A header is one line of visible ASCII. */
export const asHeader: Quote = (value) => value.replace(/[^\x20-\x7e]/g, '');

/** Unknown names in braces stay as they are: JSON is full of braces. */
export const fill = (template: string, filling: Filling, quote: Quote): string =>
  template.replace(/\{(phone|text|secret)\}/g, (_, name: keyof Filling) => quote(filling[name]));

/** @param phone E.164 */
export function formatPhone(phone: string, format: PhoneFormat): string {
  if (format === 'e164') return phone;
  if (format === 'digits') return phone.slice(1);
  return phone.startsWith('+84') ? `0${phone.slice(3)}` : phone;
}

/** `Mã … để đăng nhập` → `Ma … de dang nhap`. */
export const unaccent = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
