import type { Sex } from './model.ts';

/** What a person entered, as text; the date as YYYY-MM-DD or empty when day, month or year is missing. */
export interface ProfileInput {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: string;
  /** Empty keeps the stored number. */
  readonly citizenNo: string;
  /** The person looked again: the number is right although it is unusual or contradicts sex or birth date. */
  readonly citizenNoConfirmed: boolean;
  readonly address: string;
}

export interface ProfileValues {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: Sex;
  readonly citizenNo: string | null;
  readonly address: string;
}

export type ProfileField = 'fullName' | 'dateOfBirth' | 'sex' | 'citizenNo' | 'address';

export interface ProfileFaults {
  readonly fields: readonly ProfileField[];
  readonly citizenNo: { readonly code: string; readonly message: string } | null;
  /** True when only a confirmation is missing. */
  readonly askToConfirm: boolean;
}

/** The number's own rules, handed in: this file knows only what to do with their word. */
export type CheckCitizenNo = (
  number: string,
  facts: { readonly sex?: Sex | undefined; readonly dateOfBirth?: string | undefined },
) => {
  readonly result: 'ok' | 'warning' | 'error';
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  /** The twelve digits; null when they could not be read. */
  readonly number: string | null;
};

const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 300;

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Letters of any script with marks, spaces, apostrophes, dots and hyphens: also names of ethnic minorities and foreigners. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME && /^\p{L}[\p{L}\p{M}'’. -]*\p{L}[\p{M}.]*$/u.test(text);

function isBirthDate(text: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-01-01' || text > today) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/**
 * Reads a profile. A number that is wrong in itself is refused; one that is unusual or contradicts sex or birth date
 * is asked about once and may be confirmed, since a correction by law can leave it so (TT 59/2021/TT-BCA).
 * @param today local day, YYYY-MM-DD
 */
export function readProfile(
  input: ProfileInput,
  today: string,
  check: CheckCitizenNo,
): { values: ProfileValues } | { faults: ProfileFaults } {
  const [fullName, address] = [oneLine(input.fullName), oneLine(input.address)];
  const sex = input.sex === 'nam' || input.sex === 'nu' ? input.sex : null;
  const dateOfBirth = isBirthDate(input.dateOfBirth, today) ? input.dateOfBirth : null;
  const typedNo = input.citizenNo.trim() || null;
  const alone = typedNo === null ? null : check(typedNo, {});
  const whole = typedNo === null ? null : check(typedNo, { ...(sex && { sex }), ...(dateOfBirth && { dateOfBirth }) });
  const wrong = alone !== null && (alone.result === 'error' || alone.number === null);
  const askToConfirm = !wrong && whole !== null && whole.result !== 'ok' && !input.citizenNoConfirmed;
  const fields: ProfileField[] = [
    ...(isName(fullName) ? [] : (['fullName'] as const)),
    ...(dateOfBirth ? [] : (['dateOfBirth'] as const)),
    ...(sex ? [] : (['sex'] as const)),
    ...(wrong || askToConfirm ? (['citizenNo'] as const) : []),
    ...(address && address.length <= LONGEST_ADDRESS ? [] : (['address'] as const)),
  ];
  if (fields.length > 0 || !dateOfBirth || !sex) {
    const said = (wrong ? alone : askToConfirm ? whole : null)?.findings[0] ?? null;
    return { faults: { fields, citizenNo: said, askToConfirm } };
  }
  return { values: { fullName, dateOfBirth, sex, citizenNo: whole?.number ?? null, address } };
}
