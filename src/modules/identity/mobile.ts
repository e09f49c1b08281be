import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { parsePhone } from './phone-rules.ts';
import { refuse } from './problems.ts';

/** A number that can receive one-time codes, as E.164. Refusals: those of {@link parsePhone} and `phone-landline`. */
export function readMobile(typed: string): string | Refusal {
  const phone = parsePhone(typed);
  if (isRefusal(phone)) return phone;
  return phone.canReceiveCodes ? phone.e164 : refuse('phone-landline');
}
