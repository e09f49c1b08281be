import { type CitizenNoCheck, checkCitizenNo, citizenNoData, parseCardQr } from '../modules/identity/index.ts';
import { parseLocalDate, toLocal } from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import { isRefusal, problemText } from '../platform/problem.ts';
import { CommandError, EXIT, print } from './output.ts';

const RESULTS: Record<CitizenNoCheck['result'], string> = {
  ok: 'Số này hợp lệ về hình thức. Chỉ cơ sở dữ liệu dân cư mới xác nhận được số có thật.',
  warning: 'Số này có chỗ cần xem lại.',
  error: 'Số này không đúng.',
};

/** `id check`: exit 0 for ok and warning, 1 for error. */
export async function idCheckCommand(
  number: string,
  options: { sex?: string; dob?: string; json?: boolean },
): Promise<number> {
  if (options.sex !== undefined && options.sex !== 'nam' && options.sex !== 'nu') {
    throw new CommandError(`--sex “${options.sex}” không đúng. Hãy ghi nam hoặc nu.`);
  }
  if (options.dob !== undefined && !parseLocalDate(options.dob)) {
    throw new CommandError(`--dob “${options.dob}” không phải là một ngày. Hãy ghi như 1990-05-21.`);
  }
  const { result, findings } = checkCitizenNo(number, {
    sex: options.sex,
    dateOfBirth: options.dob,
    today: toLocal(systemClock.now()).date,
    data: citizenNoData(),
  });
  print(options, { result, findings }, [...findings.map(({ message }) => `- ${message}`), RESULTS[result]]);
  return result === 'error' ? EXIT.findings : EXIT.ok;
}

/** `id qr`: what a card's QR says; prefill only, never a proof of identity. */
export async function idQrCommand(text: string, options: { json?: boolean }): Promise<number> {
  const reading = parseCardQr(text);
  if (isRefusal(reading)) {
    print(options, { refused: reading.refused, message: problemText(reading) }, [problemText(reading)]);
    return EXIT.findings;
  }
  const { card } = reading;
  print(options, reading, [
    `Số căn cước: ${card.citizenNo}`,
    `Họ và tên: ${card.fullName}`,
    `Ngày sinh: ${card.dateOfBirth}`,
    `Giới tính: ${card.sex === 'nam' ? 'Nam' : 'Nữ'}`,
    `Nơi thường trú: ${card.residence}`,
    ...(card.issuedOn ? [`Ngày cấp: ${card.issuedOn}`] : []),
    ...reading.doubts.map(({ message }) => `- ${message}`),
    reading.notice,
  ]);
  return EXIT.ok;
}
