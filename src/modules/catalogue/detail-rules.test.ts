import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Way } from './detail-model.ts';
import { portalDetail } from './detail-portal-rules.ts';
import { portalUrl } from './detail-rules.ts';
import { groupWays } from './detail-ways-rules.ts';
import { parseLine } from './portal-import/parse-line.ts';
import type { PortalFee, PortalProcedure } from './portal-import/portal-model.ts';

function portal(more: Partial<PortalProcedure> = {}): PortalProcedure {
  const line = { ma_thu_tuc: '9.000001', ten_thu_tuc: 'Thủ tục thử', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thử' };
  const parsed = parseLine(JSON.stringify(line));
  if ('rejected' in parsed) throw new Error(parsed.rejected.message);
  return { ...parsed.accepted, ...more };
}

const method = (channel: Way['channels'][number], fees: PortalFee[], feeText: string | null = null) => ({
  channel,
  duration: { text: '3 Ngày', amount: 3, unit: 'day' as const },
  feeText,
  fees,
  note: null,
});
const fee = (amount: number | null, note: string | null = null): PortalFee => ({
  kind: amount === null ? 'unknown' : amount === 0 ? 'free' : 'amount',
  amount,
  currency: amount ? 'VND' : null,
  note,
});

describe('a procedure of the portal', () => {
  it('says equal ways once', () => {
    const { ways } = portalDetail(
      portal({ methods: [method('online', [fee(0)]), method('post', [fee(0)]), method('in-person', [fee(5000)])] }),
    );
    expect(ways.map(({ channels, fee: paid }) => [channels, paid.amountVnd])).toEqual([
      [['online', 'post'], 0],
      [['in-person'], 5000],
    ]);
  });

  it('keeps each case of a fee, and the words where no amount is sure', () => {
    const [several] = portalDetail(
      portal({ methods: [method('online', [fee(8000, 'bản sao'), fee(0, 'hộ nghèo')])] }),
    ).ways;
    expect(several?.fee).toMatchObject({ amountVnd: null, text: null });
    expect(several?.fee.cases.map(({ label, amountVnd }) => [label, amountVnd])).toEqual([
      ['bản sao', 8000],
      ['hộ nghèo', 0],
    ]);
    const [unknown] = portalDetail(portal({ methods: [method('online', [fee(null)], 'Theo nghị quyết')] })).ways;
    expect(unknown?.fee).toMatchObject({ amountVnd: null, text: 'Theo nghị quyết', cases: [] });
    const dollars: PortalFee = { kind: 'amount', amount: 150, currency: 'USD', note: null };
    expect(portalDetail(portal({ methods: [method('online', [dollars])] })).ways[0]?.fee).toMatchObject({
      amountVnd: null,
      cases: [{ amountVnd: null, text: '150 USD' }],
    });
  });
});

it('groups ways without losing or doubling a channel', () => {
  const way = fc.record({
    channel: fc.constantFrom('online', 'post', 'in-person'),
    amount: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(way, { maxLength: 6 }), (rows) => {
      const { ways } = portalDetail(
        portal({
          methods: rows.map(({ channel, amount }) => method(channel as Way['channels'][number], [fee(amount)])),
        }),
      );
      for (const { channels } of ways) expect(new Set(channels).size).toBe(channels.length);
      expect(new Set(ways.flatMap(({ channels }) => channels))).toEqual(new Set(rows.map(({ channel }) => channel)));
      expect(groupWays(ways)).toEqual(ways);
    }),
  );
});

it('links to the national portal only', () => {
  expect(portalUrl('https://dichvucong.gov.vn/thu-tuc/1')).toBe('https://dichvucong.gov.vn/thu-tuc/1');
  expect(portalUrl('https://csdl.dichvucong.gov.vn/x')).not.toBeNull();
  for (const other of [
    'javascript:alert(1)//dichvucong.gov.vn',
    'http://dichvucong.gov.vn/',
    'https://dichvucong.gov.vn.evil.example/',
    'https://evil.example/?dichvucong.gov.vn',
    'https://evildichvucong.gov.vn/',
    'dichvucong.gov.vn',
    '',
    null,
  ]) {
    expect(portalUrl(other)).toBeNull();
  }
});
