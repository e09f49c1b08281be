import { gioTo, tet } from '../modules/units/index.ts';
import { CommandError, EXIT, print } from './output.ts';

/** Years for which the astronomical algorithm is used here. */
const FIRST = 1900;
const LAST = 2199;

export async function lunarCommand(text: string, options: { json?: boolean }): Promise<number> {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < FIRST || year > LAST) {
    throw new CommandError(`“${text}” không phải là năm tính được. Hãy ghi một năm từ ${FIRST} đến ${LAST}.`);
  }
  const result = { year, tet: tet(year), gioTo: gioTo(year) };
  print(options, result, [`Mùng 1 Tết: ${result.tet}`, `Giỗ Tổ Hùng Vương (10/3 âm lịch): ${result.gioTo}`]);
  return EXIT.ok;
}
