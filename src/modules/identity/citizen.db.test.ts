import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { requestSignIn, signIn } from './citizen-sign-in.ts';
import { actHash, codeSentTo, issueCode, type ProvenCode, spendCode, verifyCode } from './codes.ts';
import { citizenSessionOf, signOut } from './sessions.ts';
import { FROM, fakeSms, testKeys, wrongCode } from './testing.ts';

const { db, statements } = await testDatabase();
const start = new Date('2026-11-24T01:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const sms = fakeSms();
let used = 0;
const next = () => {
  used += 1;
  return used;
};
/** A number nobody used yet in this file. */
const newPhone = () => `09012${String(next()).padStart(5, '0')}`;
/** Its own address for each request, so that only the throttle tests meet the limits. */
const elsewhere = () => `198.51.100.${next()}`;

async function request(phone: string, now: Date, address = elsewhere()) {
  const asked = await requestSignIn({ db, sms, keys: testKeys, now, phone, address });
  return isRefusal(asked) ? asked : { codeId: asked.codeId, code: sms.lastCode() };
}

async function codeFor(phone: string, now: Date) {
  const asked = await request(phone, now);
  if (isRefusal(asked)) throw new Error(asked.refused);
  return asked;
}

const enter = (codeId: string, code: string, now: Date, from = FROM) =>
  signIn({ db, keys: testKeys, now, codeId, code, homeUnitId: null, from });

async function signedIn(phone: string, now: Date) {
  const { codeId, code } = await codeFor(phone, now);
  const result = await enter(codeId, code, now);
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

describe('citizen sign-in', () => {
  it('opens an account the first time and finds it the next', async () => {
    const phone = newPhone();
    const first = await signedIn(phone, at(0));
    expect(first.openedNow).toBe(true);
    const second = await signedIn(`+84${phone.slice(1)}`, at(60));
    expect(second).toMatchObject({ accountId: first.accountId, openedNow: false });
    expect(second.token).not.toBe(first.token);
    expect(sms.sent.at(-1)).toEqual({
      to: `+84${phone.slice(1)}`,
      text: expect.stringContaining('để đăng nhập Bắc Cầu'),
    });
  });

  it('answers and does the same whether the phone has an account or not', async () => {
    const known = newPhone();
    await signedIn(known, at(0));
    const work = async (phone: string) => {
      const [sent, before] = [sms.sent.length, statements.count];
      const asked = await codeFor(phone, at(100));
      return { keys: Object.keys(asked), sent: sms.sent.length - sent, statements: statements.count - before };
    };
    expect(await work(known)).toEqual(await work(newPhone()));
  });

  it('refuses what is no mobile number', async () => {
    const said = async (phone: string) => request(phone, at(0));
    expect(await said('')).toMatchObject({ refused: 'identity.phone-empty' });
    expect(await said('0901 234 56')).toMatchObject({ refused: 'identity.phone-length' });
    expect(await said('0274 3822 000')).toMatchObject({ refused: 'identity.phone-landline' });
  });

  it('ends in one account when a phone is first proven twice at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const phone = newPhone();
      const codes = [await codeFor(phone, at(0)), await codeFor(phone, at(1)), await codeFor(phone, at(2))];
      const results = await Promise.all(codes.map(({ codeId, code }) => enter(codeId, code, at(3))));
      expect(new Set(results.map((result) => (isRefusal(result) ? result.refused : result.accountId))).size).toBe(1);
      expect(results.filter((result) => !isRefusal(result) && result.openedNow)).toHaveLength(1);
    }
  });

  it('lets exactly one of parallel uses of a code in', async () => {
    const { codeId, code } = await codeFor(newPhone(), at(0));
    const results = await Promise.all([1, 2, 3].map(() => enter(codeId, code, at(1))));
    expect(results.filter((result) => !isRefusal(result))).toHaveLength(1);
    expect(await enter(codeId, code, at(2))).toMatchObject({ refused: 'identity.code-used' });
  });
});

describe('one-time codes', () => {
  it('allow five attempts, also in parallel, and then not even the right one', async () => {
    const { codeId, code } = await codeFor(newPhone(), at(0));
    expect(await enter(codeId, wrongCode(code), at(1))).toMatchObject({
      refused: 'identity.code-wrong',
      params: { left: 4 },
    });
    const more = await Promise.all(Array.from({ length: 8 }, () => enter(codeId, wrongCode(code), at(2))));
    expect(more.filter((result) => isRefusal(result) && result.refused === 'identity.code-wrong')).toHaveLength(3);
    expect(await enter(codeId, code, at(3))).toMatchObject({ refused: 'identity.code-exhausted' });
  });

  it('expire after five minutes', async () => {
    const { codeId, code } = await codeFor(newPhone(), at(0));
    expect(await enter(codeId, code, at(300))).toMatchObject({
      refused: 'identity.code-expired',
      params: { minutes: 5 },
    });
    const other = await codeFor(newPhone(), at(0));
    expect(isRefusal(await enter(other.codeId, ` ${other.code.slice(0, 3)} ${other.code.slice(3)}`, at(299)))).toBe(
      false,
    );
  });

  it('are unknown by a made-up id', async () => {
    for (const codeId of [newId(), 'x', '']) {
      expect(await enter(codeId, '123456', at(0))).toMatchObject({ refused: 'identity.code-unknown' });
    }
    expect(await codeSentTo(db, newId())).toBeNull();
  });

  it('are kept as keyed hashes only', async () => {
    const { codeId, code } = await codeFor(newPhone(), at(0));
    const row = await db
      .selectFrom('one_time_code')
      .selectAll()
      .where('code_id', '=', codeId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify({ ...row, code_hash: row.code_hash.toString('latin1') })).not.toContain(code);
    expect(row.code_hash).toHaveLength(32);
  });

  it('confirm one act with one content, once', async () => {
    const phone = `+84${newPhone().slice(1)}`;
    const act = { words: 'nộp hồ sơ Đăng ký khai sinh', hash: actHash('submit', { draft: 1 }) };
    const issue = async () => {
      const issued = await issueCode({
        db,
        sms,
        keys: testKeys,
        now: at(0),
        phone,
        address: elsewhere(),
        purpose: 'confirm',
        act,
      });
      if (isRefusal(issued)) throw new Error(issued.refused);
      return { codeId: issued.codeId, code: sms.lastCode() };
    };
    const check = (ids: { codeId: string; code: string }, more: object) =>
      verifyCode({
        db,
        keys: testKeys,
        now: at(1),
        address: elsewhere(),
        purpose: 'confirm',
        actHash: act.hash,
        ...ids,
        ...more,
      });
    const ids = await issue();
    expect(sms.sent.at(-1)?.text).toContain('để nộp hồ sơ Đăng ký khai sinh.');
    const other = { actHash: actHash('submit', { draft: 2 }) };
    expect(await check(ids, other)).toMatchObject({ refused: 'identity.code-other-act' });
    expect(await check(ids, { purpose: 'consent' })).toMatchObject({ refused: 'identity.code-other-act' });
    expect(await enter(ids.codeId, ids.code, at(1))).toMatchObject({ refused: 'identity.code-other-act' });
    const proven = await check(ids, {});
    expect(proven).toEqual({ codeId: ids.codeId, phone });
    const spend = () => transact(db, (tx) => spendCode(tx, proven as ProvenCode, at(2)));
    const spent = await Promise.all([spend(), spend()]);
    expect(spent.filter(isRefusal)).toEqual([{ refused: 'identity.code-used', params: {} }]);
  });

  it('stay usable when the act they were proven for fails', async () => {
    const { codeId, code } = await codeFor(newPhone(), at(0));
    const check = () =>
      verifyCode({ db, keys: testKeys, now: at(1), codeId, code, address: elsewhere(), purpose: 'sign-in' });
    const proven = (await check()) as ProvenCode;
    await expect(
      transact(db, async (tx) => {
        await spendCode(tx, proven, at(1));
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(isRefusal(await check())).toBe(false);
  });

  it('are throttled by phone and by address', async () => {
    const phone = newPhone();
    for (let n = 0; n < 5; n += 1) expect(isRefusal(await request(phone, at(n)))).toBe(false);
    const refused = { refused: 'identity.code-too-many', params: { minutes: 15 } };
    expect(await request(phone, at(6))).toEqual(refused);
    expect(isRefusal(await request(phone, at(1000)))).toBe(false);
    for (let n = 0; n < 100; n += 1) await request(newPhone(), at(2000), '203.0.113.7');
    expect(await request(newPhone(), at(2000), '203.0.113.7')).toEqual(refused);
  });

  it('for sign-in, used up by a stranger, leave those for consents and confirmations alone', async () => {
    const phone = newPhone();
    for (let n = 0; n < 6; n += 1) await request(phone, at(n));
    const act = { words: 'nộp hồ sơ thử', hash: 'a'.repeat(64) };
    const ask = (purpose: 'consent' | 'confirm', now: Date) =>
      issueCode({ db, sms, keys: testKeys, now, phone: `+84${phone.slice(1)}`, address: elsewhere(), purpose, act });
    for (let n = 0; n < 5; n += 1) expect(isRefusal(await ask('consent', at(n)))).toBe(false);
    for (let n = 0; n < 10; n += 1) expect(isRefusal(await ask('confirm', at(n)))).toBe(false);
    expect(await ask('consent', at(20))).toMatchObject({ refused: 'identity.code-too-many' });
    expect(await ask('confirm', at(20))).toMatchObject({ refused: 'identity.code-too-many' });
  });

  it('are not promised when no channel takes them', async () => {
    const ask = { db, keys: testKeys, now: at(0), address: elsewhere() };
    expect(await requestSignIn({ ...ask, sms: null, phone: newPhone() })).toMatchObject({
      refused: 'identity.code-no-channel',
    });
    const unset = { sendSms: () => Promise.reject(new Error('unset')), ready: async () => false };
    const phone = newPhone();
    // However often it is asked: that is not the asker's doing.
    for (let n = 0; n < 8; n += 1) {
      expect(await requestSignIn({ ...ask, sms: unset, phone })).toMatchObject({ refused: 'identity.code-no-channel' });
    }
    const broken = { sendSms: () => Promise.reject(new Error('gateway')) };
    expect(await requestSignIn({ ...ask, sms: broken, phone: newPhone() })).toMatchObject({
      refused: 'identity.code-not-sent',
    });
  });
});

describe('citizen session', () => {
  it('is read by one statement and noted at most once a minute', async () => {
    const { token, accountId } = await signedIn(newPhone(), at(0));
    const look = async (seconds: number) => {
      const before = statements.count;
      const session = await citizenSessionOf(db, token, at(seconds));
      return { session, statements: statements.count - before };
    };
    expect(await look(30)).toMatchObject({ session: { kind: 'citizen', accountId, name: null }, statements: 1 });
    expect(await look(70)).toMatchObject({ statements: 2 });
    expect(await look(100)).toMatchObject({ statements: 1 });
    expect(await look(131)).toMatchObject({ statements: 2 });
  });

  it('ends after a pause, at the absolute end, and at sign-out', async () => {
    const idle = await signedIn(newPhone(), at(0));
    expect(await citizenSessionOf(db, idle.token, at(1799))).not.toBeNull();
    expect(await citizenSessionOf(db, idle.token, at(1799 + 1800))).toBeNull();
    const long = await signedIn(newPhone(), at(0));
    for (let minute = 20; minute < 720; minute += 20) {
      expect(await citizenSessionOf(db, long.token, at(minute * 60))).not.toBeNull();
    }
    expect(await citizenSessionOf(db, long.token, at(720 * 60))).toBeNull();
    const out = await signedIn(newPhone(), at(0));
    await signOut(db, out.token);
    expect(await citizenSessionOf(db, out.token, at(1))).toBeNull();
  });

  it('replaces the browser’s earlier session: a planted cookie gains nothing', async () => {
    const planted = await signedIn(newPhone(), at(0));
    const { codeId, code } = await codeFor(newPhone(), at(1));
    const fresh = await enter(codeId, code, at(2), { ...FROM, previousToken: planted.token } as typeof FROM);
    expect(await citizenSessionOf(db, planted.token, at(3))).toBeNull();
    expect(isRefusal(fresh)).toBe(false);
  });

  it('is nobody’s for an odd cookie, without asking the database', async () => {
    const before = statements.count;
    for (const token of [undefined, '', 'x', `${'a'.repeat(43)}'`])
      expect(await citizenSessionOf(db, token, at(0))).toBeNull();
    expect(statements.count).toBe(before);
  });

  it('leaves whole audit chains', async () => {
    expect((await verifyAudit(db)).faults).toEqual([]);
  });
});
