import { describe, expect, it } from 'vitest';
import { channelOf, minutesSince, presetKind, presetOutcome, readTurn, type TurnInput } from './rules.ts';

const kinds = ['vneid', 'submit-online', 'scan-papers', 'account-here', 'look-up', 'other'];
const input: TurnInput = { kind: 'vneid', place: 'home', channel: '', minutes: ' 15 ', outcome: 'solved', note: '  ' };

describe('reading a turn', () => {
  it('takes what a form sends; the channel follows from the place', () => {
    const facts = { kind: 'vneid', place: 'home', channel: 'in-person', minutes: 15, outcome: 'solved', note: null };
    expect(readTurn(input, kinds)).toEqual({ facts });
    expect(readTurn({ ...input, place: 'phone' }, kinds)).toMatchObject({ facts: { channel: 'phone' } });
    expect(readTurn({ ...input, channel: 'online' }, kinds)).toMatchObject({ facts: { channel: 'online' } });
    expect(channelOf('one-stop')).toBe('in-person');
  });

  it('names every field that is wrong', () => {
    const nothing: TurnInput = { kind: '', place: '', channel: 'x', minutes: '', outcome: '', note: '' };
    expect(readTurn(nothing, kinds)).toEqual({ faults: ['kind', 'place', 'channel', 'minutes', 'outcome'] });
    for (const minutes of ['0', '601', '-5', '1.5', 'mười', '1e2']) {
      expect(readTurn({ ...input, minutes }, kinds)).toEqual({ faults: ['minutes'] });
    }
    expect(readTurn({ ...input, kind: 'account-provincial' }, kinds)).toEqual({ faults: ['kind'] });
  });
});

describe('first guesses', () => {
  it('minutes since the start, never none and never more than a turn may take', () => {
    const start = new Date('2026-11-24T02:00:00Z');
    const spent = (ms: number) => minutesSince(start, new Date(start.getTime() + ms));
    expect([spent(0), spent(61_000), spent(12 * 60_000), spent(40 * 3_600_000)]).toEqual([1, 2, 12, 600]);
  });

  it('the farthest step that was taken names the kind', () => {
    expect(presetKind(['session-started', 'account-opened', 'paper-added', 'dossier-submitted'], kinds)).toBe(
      'submit-online',
    );
    expect(presetKind(['session-started', 'account-opened', 'paper-added'], kinds)).toBe('scan-papers');
    expect(presetKind(['session-started', 'account-opened'], kinds)).toBe('account-here');
    expect(presetKind(['session-started', 'account-opened'], ['vneid'])).toBe('');
    expect(presetKind(['session-started'], kinds)).toBe('');
    expect(presetOutcome(['dossier-submitted'])).toBe('solved');
    expect(presetOutcome(['paper-added'])).toBe('');
  });
});
