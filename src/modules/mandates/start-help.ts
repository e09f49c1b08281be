import { audit, auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SmsChannel } from '../../platform/messaging/index.ts';
import { isRefusal, type Lang, type Refusal } from '../../platform/problem.ts';
import { actHash, issueCode, openAccountFor, parseMobile, spendCode, verifyCode } from '../identity/index.ts';
import { consentText } from './consent-text.ts';
import { type Helper, isPurpose, type Place } from './model.ts';
import { refuse } from './problems.ts';
import { insertConsent, insertHelperAct, insertHelperSession } from './store.ts';

/** What the citizen is asked to agree to. The same values are posted again with the code, and the code is bound to them. */
export interface ConsentAsk {
  /** As typed. */
  readonly phone: string;
  readonly purposes: readonly string[];
  readonly place: Place;
  readonly helper: Helper;
  readonly lang: Lang;
}

interface Deps {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  readonly address: string;
}

async function readAsk(ask: ConsentAsk) {
  const phone = parseMobile(ask.phone);
  if (!phone) return refuse('phone-invalid');
  const purposes = [...new Set(ask.purposes)].filter(isPurpose).sort();
  if (purposes.length === 0) return refuse('no-purpose');
  const text = await consentText(ask.helper, ask.lang);
  const hash = actHash('assist-present', {
    phone,
    purposes,
    text: text.hash,
    staff: ask.helper.staffId,
    team: ask.helper.teamId,
    unit: ask.helper.unitId,
  });
  return { phone, purposes, text, hash };
}

/** Sends the citizen the code that confirms this consent and nothing else. */
export async function askConsent(deps: Deps, ask: ConsentAsk): Promise<{ codeId: string } | Refusal> {
  const read = await readAsk(ask);
  if (isRefusal(read)) return read;
  return issueCode({
    ...deps,
    phone: read.phone,
    purpose: 'consent',
    act: { words: `đồng ý để ${ask.helper.staffName} (${ask.helper.teamName}) hỗ trợ`, hash: read.hash },
  });
}

/**
 * The citizen typed the code: records the consent, opens the account when the phone has none yet, and starts the
 * helper's session. The helper never holds the citizen's own session or a sign-in code.
 */
export async function startHelp(
  deps: Deps,
  ask: ConsentAsk & { codeId: string; code: string },
): Promise<{ helperSessionId: string; accountOpened: boolean } | Refusal> {
  const read = await readAsk(ask);
  if (isRefusal(read)) return read;
  const { db, now } = deps;
  const proven = await verifyCode({ ...deps, codeId: ask.codeId, code: ask.code, purpose: 'consent', actHash: read.hash });
  if (isRefusal(proven)) return proven;
  return transact(db, async (tx) => {
    const code = await spendCode(tx, proven, now);
    if (isRefusal(code)) return code;
    const { helper } = ask;
    const { accountId, openedNow } = await openAccountFor(tx, { code, by: { helper: helper.staffId }, homeUnitId: helper.unitId, now });
    const consentId = newId();
    const helperSessionId = newId();
    const expiresAt = new Date(now.getTime() + read.text.validHours * 3_600_000);
    await insertConsent(tx, { accountId, consentId, text: read.text, purposes: read.purposes, codeId: code.codeId, helper, givenAt: now, expiresAt });
    await insertHelperSession(tx, { helper, helperSessionId, accountId, consentId, accountOpened: openedNow, place: ask.place, startedAt: now });
    const session = { ...helper, accountId, helperSessionId, consentId };
    await insertHelperAct(tx, { actId: newId(), session, act: 'session-started', subject: `consent:${consentId}`, at: now });
    if (openedNow) await insertHelperAct(tx, { actId: newId(), session, act: 'account-opened', subject: `account:${accountId}`, at: now });
    const entry = {
      act: 'consent.given',
      actor: `citizen:${accountId}`,
      subject: `consent:${consentId}`,
      detail: { hash: read.hash, purposes: read.purposes, staffId: helper.staffId },
      at: now,
    };
    await auditCitizen(tx, { ...entry, accountId });
    await audit(tx, { ...entry, unitId: helper.unitId });
    return { helperSessionId, accountOpened: openedNow };
  });
}

