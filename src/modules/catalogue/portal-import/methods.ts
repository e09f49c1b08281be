import { orNull, saysNothing } from './clean-text.ts';
import { DURATION_CELL, parseDuration } from './durations.ts';
import { FEE_CELL, takeFees } from './fees.ts';
import type { Channel, PortalMethod } from './portal-model.ts';
import type { Report } from './portal-problems.ts';

const HEADER = /^Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/u;

const CHANNELS: Record<string, Channel> = {
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'post',
  'Trực tiếp': 'in-person',
};
const CHANNEL = `(?:${Object.keys(CHANNELS).join('|')})`;

/** Tax procedures state in words that no answer is due: "Không phải trả kết quả cho người nộp thuế". */
const NO_DURATION = 'Không[^.;:\\n()\\d]{0,45}?';

/**
 * Where a row begins. A channel's name also occurs inside descriptions, so a row must be followed at once by a
 * duration and a fee. A number without unit ends where a well-formed fee begins ("1" + "20,000 VNĐ").
 */
const ROW_START = new RegExp(
  `(${CHANNEL})(${DURATION_CELL}|Không có thông tin|${NO_DURATION}|\\d{1,4}?|)(?=${FEE_CELL})`,
  'gu',
);

/** Takes the flattened table of filing methods apart; `rest` is what no row accounts for. */
export function parseMethods(text: string, report: Report): { methods: PortalMethod[]; rest: string } {
  if (saysNothing(text)) {
    report('methods-missing', 'methods');
    return { methods: [], rest: '' };
  }
  const body = text.replace(HEADER, '');
  const starts = [...body.matchAll(ROW_START)];
  const methods = starts.map((start, i) => {
    const cell = start[2] ?? '';
    const cells = body.slice(start.index + start[0].length, starts[i + 1]?.index ?? body.length);
    return methodOf(start[1] ?? '', cell, cells, report);
  });
  const rest = body.slice(0, starts[0]?.index ?? body.length).trim();
  if (rest !== '' || methods.length === 0) report('methods-unparsed', 'methods');
  return { methods, rest };
}

function methodOf(channel: string, durationCell: string, cells: string, report: Report): PortalMethod {
  const duration = parseDuration(durationCell);
  if (duration.text === null || !/\d/.test(duration.text)) report('duration-missing', 'methods');
  else if (duration.unit === null) {
    report('duration-without-unit', 'methods');
    if (/^\d/.test(cells)) report('duration-fee-glued', 'methods');
  }
  const { fees, rest } = takeFees(cells, report);
  const feeText = cells.slice(0, cells.length - rest.length);
  return {
    channel: CHANNELS[channel] ?? 'in-person',
    duration,
    feeText: orNull(feeText),
    fees,
    note: orNull(rest),
  };
}
