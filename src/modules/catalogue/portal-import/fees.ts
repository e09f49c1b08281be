import type { PortalFee } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

const CURRENCIES: [string, 'VND' | 'USD' | 'EUR'][] = [
  ['Việt Nam Đồng', 'VND'],
  ['VNĐ', 'VND'],
  ['VND', 'VND'],
  ['USD', 'USD'],
  ['EUR', 'EUR'],
];

const AMOUNT = '(?:[1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d{0,8})(?:\\.\\d{1,2})?';
const CURRENCY = `(?:${CURRENCIES.map(([name]) => name).join('|')})`;

/** Source of a regular expression for the start of one fee; groups in commas as the portal prints them: "20,000 VNĐ". */
export const FEE_CELL = `(?:${AMOUNT} ?${CURRENCY}|${CURRENCY}|Miễn phí|Không có thông tin)`;

const FEE_AT = new RegExp(FEE_CELL, 'uy');

/** No fee of the State is below this; smaller figures are written in thousands or have lost their zeros. */
const SMALLEST_PLAUSIBLE_VND = 1000;

function feeOf(cell: string, note: string | null, report: Report): PortalFee {
  if (cell === 'Miễn phí') return { kind: 'free', amount: 0, currency: null, note };
  if (cell === 'Không có thông tin') {
    report('fee-missing', 'methods');
    return { kind: 'unknown', amount: null, currency: null, note };
  }
  const currency = CURRENCIES.find(([name]) => cell.endsWith(name))?.[1] ?? null;
  const digits = /^[\d,.]+/.exec(cell)?.[0];
  if (!digits) {
    report('fee-without-amount', 'methods');
    return { kind: 'unknown', amount: null, currency, note };
  }
  const amount = Number(digits.replaceAll(',', ''));
  if (currency === 'VND' && amount > 0 && amount < SMALLEST_PLAUSIBLE_VND) report('fee-too-small', 'methods');
  return { kind: 'amount', amount, currency, note };
}

/** Index behind the bracket that closes the one at `start`, or -1. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

/**
 * Reads the fees at the start of `text`, each perhaps with a remark in brackets, and returns what follows them.
 * A remark without its closing bracket is taken up to the last bracket of the row, else to the row's end.
 */
export function takeFees(text: string, report: Report): { fees: PortalFee[]; rest: string } {
  const fees: PortalFee[] = [];
  let at = 0;
  for (;;) {
    FEE_AT.lastIndex = at;
    const cell = FEE_AT.exec(text)?.[0];
    if (cell === undefined) break;
    at += cell.length;
    let note: string | null = null;
    if (text[at] === '(') {
      let end = closingBracket(text, at);
      if (end < 0) {
        report('fee-note-unclosed', 'methods');
        const last = text.lastIndexOf(')');
        end = last > at ? last + 1 : text.length;
      }
      note = text.slice(at + 1, text[end - 1] === ')' ? end - 1 : end).trim() || null;
      at = end;
    }
    fees.push(feeOf(cell, note, report));
  }
  return { fees, rest: text.slice(at) };
}
