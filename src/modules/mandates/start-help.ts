import { audit, auditCitizen } from '../../platform/audit/index.ts';
import { type Db, transact } from '../../platform/db/index.ts';
import type { KeyRing } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import type { SmsChannel } from '../../platform/messaging/index.ts';
import { isRefusal, type Lang, type Refusal } from '../../platform/problem.ts';
import { actHash, issueCode, openAccountFor, parsePhone, spendCode, verifyCode } from '../identity/index.ts';
import { consentText } from './consent-text.ts';
import { type Helper, isPresentPlace, isPurpose } from './model.ts';
import { refuse } from './problems.ts';
import { insertConsent, insertHelperAct, insertHelperSession } from './store.ts';

/** What the citizen is asked to agree to. The same values are posted again with the code, and the code is bound to them. */
export interface ConsentAsk {
  /** As typed. */
  readonly phone: string;
  readonly purposes: readonly string[];
  readonly place: string;
  readonly helper: Helper;
  readonly lang: Lang;
}

interface Deps {
  readonly db: Db;
  readonly sms: SmsChannel | null;
  readonly keys: KeyRing;
  readonly now: Date;
  /** Network address, for the throttle. */
  readonly address: string;
}

export type ConsentField = 'phone' | 'place' | 'purposes';

/** Everything that is wrong with a form before a code is sent, by field, so that the helper corrects it in one go. */
export function consentFaults(ask: Pick<ConsentAsk, 'phone' | 'place' | 'purposes'>): [ConsentField, Refusal][] {
  const phone = parsePhone(ask.phone);
  const faults: [ConsentField, Refusal][] = [];
  if (isRefusal(phone)) faults.push(['phone', phone]);
  else if (!phone.canReceiveCodes) faults.push(['phone', refuse('phone-no-codes')]);
  if (!isPresentPlace(ask.place)) faults.push(['place', refuse('no-place')]);
  if (!ask.purposes.some(isPurpose)) faults.push(['purposes', refuse('no-purpose')]);
  return faults;
}

async function readAsk(ask: ConsentAsk) {
  const [fault] = consentFaults(ask);
  if (fault) return fault[1];
  const phone = parsePhone(ask.phone);
  const { place, helper } = ask;
  if (isRefusal(phone) || !isPresentPlace(place)) throw new Error('A form without faults could not be read');
  const purposes = [...new Set(ask.purposes)].filter(isPurpose).sort();
  const text = await consentText(helper, ask.lang);
  const hash = actHash('assist-present', {
    phone: phone.e164,
    purposes,
    place,
    text: text.hash,
    staff: helper.staffId,
    team: helper.teamId,
    unit: helper.unitId,
  });
  return { phone: phone.e164, purposes, place, text, hash };
}

/**
 * Sends the citizen the code that confirms this consent and nothing else.
 * Refusals: those of a phone number, `no-purpose`, `no-place`, and those of sending a code.
 */
export async function askConsent(deps: Deps, ask: ConsentAsk): Promise<{ codeId: string } | Refusal> {
  const read = await readAsk(ask);
  if (isRefusal(read)) return read;
  const { staffName, teamName } = ask.helper;
  return issueCode({
    ...deps,
    phone: read.phone,
    purpose: 'consent',
    act: { words: `đồng ý cho ${staffName} (${teamName}) hỗ trợ`, hash: read.hash },
  });
}

export interface StartedHelp {
  readonly helperSessionId: string;
  readonly accountId: string;
  readonly accountOpened: boolean;
}

/**
 * The citizen typed the code: records the consent, opens the account when the phone has none yet, and starts the
 * helper's session. The helper never holds the citizen's own session or a sign-in code.
 * Refusals: those of {@link askConsent} and of checking a code; anything else than what the code was sent for is
 * `identity.code-other-act`.
 */
export async function startHelp(
  deps: Deps,
  ask: ConsentAsk & { codeId: string; code: string },
): Promise<StartedHelp | Refusal> {
  const read = await readAsk(ask);
  if (isRefusal(read)) return read;
  const { db, now } = deps;
  const { helper, codeId, code } = ask;
  const proven = await verifyCode({ ...deps, codeId, code, purpose: 'consent', actHash: read.hash });
  if (isRefusal(proven)) return proven;
  return transact<StartedHelp | Refusal>(db, async (tx) => {
    const spent = await spendCode(tx, proven, now);
    if (isRefusal(spent)) return spent;
    const by = { helper: helper.staffId };
    const { accountId, openedNow } = await openAccountFor(tx, { code: spent, by, homeUnitId: helper.unitId, now });
    const consentId = newId();
    const helperSessionId = newId();
    const expiresAt = new Date(now.getTime() + read.text.validHours * 3_600_000);
    const { text, purposes, place, hash } = read;
    await insertConsent(tx, { accountId, consentId, text, purposes, codeId, helper, givenAt: now, expiresAt });
    await insertHelperSession(tx, {
      helper,
      helperSessionId,
      accountId,
      consentId,
      accountOpened: openedNow,
      place,
      startedAt: now,
    });
    const session = { ...helper, accountId, helperSessionId };
    await insertHelperAct(tx, { session, act: 'session-started', subject: `consent:${consentId}`, at: now });
    if (openedNow) {
      await insertHelperAct(tx, { session, act: 'account-opened', subject: `account:${accountId}`, at: now });
    }
    const entry = {
      act: 'consent.given',
      actor: `citizen:${accountId}`,
      subject: `consent:${consentId}`,
      detail: { hash, purposes, staffId: helper.staffId },
      at: now,
    };
    await auditCitizen(tx, { ...entry, accountId });
    await audit(tx, { ...entry, unitId: helper.unitId });
    return { helperSessionId, accountId, accountOpened: openedNow };
  });
}
