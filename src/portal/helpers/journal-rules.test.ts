import { describe, expect, it } from 'vitest';
import type { HelperAct } from '../../modules/mandates/model.ts';
import { consentState, journalLines } from './journal-rules.ts';

const act = (kind: HelperAct['act'], subject: string, at: string, staffName = 'Thư'): HelperAct => ({
  act: kind,
  subject,
  at,
  staffName,
  teamName: 'Đội Thử',
});

describe('the journal', () => {
  it('tells the same act in a row once, with how often and when last', () => {
    const lines = journalLines([
      act('draft-changed', 'draft:1', '2026-11-24T03:02:00Z'),
      act('draft-changed', 'draft:1', '2026-11-24T03:01:00Z'),
      act('paper-added', 'draft:1', '2026-11-24T03:00:00Z'),
      act('draft-changed', 'draft:1', '2026-11-24T02:59:00Z'),
      act('draft-changed', 'draft:2', '2026-11-24T02:58:00Z'),
    ]);
    expect(lines.map((line) => [line.act, line.count])).toEqual([
      ['draft-changed', 2],
      ['paper-added', 1],
      ['draft-changed', 1],
      ['draft-changed', 1],
    ]);
    expect(lines[0]?.at).toBe('2026-11-24T03:02:00Z');
  });
});

describe('a consent', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const given = { revokedAt: null, ended: false, expiresAt: '2026-11-24T09:00:00Z' };
  it('is live, ended, run out or taken back', () => {
    expect(consentState(given, now)).toBe('live');
    expect(consentState({ ...given, ended: true }, now)).toBe('ended');
    expect(consentState(given, new Date('2026-11-24T09:00:00Z'))).toBe('expired');
    expect(consentState({ ...given, ended: true, revokedAt: '2026-11-24T02:00:00Z' }, now)).toBe('revoked');
  });
});
