import Type, { type Static } from 'typebox';
import type { Profile, ProfileFaults, ProfileInput, ProfileValues } from '../../modules/identity/index.ts';
import type { Lang } from '../../platform/problem.ts';
import { accountText } from './text.ts';

const Line = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** What the profile page posts. Everything is text and may be missing (an unticked box); the rules say what it must be. */
export const PostedProfile = Type.Object({
  fullName: Line(300),
  'dob-day': Line(4),
  'dob-month': Line(4),
  'dob-year': Line(6),
  sex: Line(10),
  citizenNo: Line(40),
  citizenNoConfirmed: Line(10),
  address: Line(1000),
});

/** The page's fields as text. */
export type ProfileForm = Required<Static<typeof PostedProfile>>;

export const fromPosted = (posted: Static<typeof PostedProfile>): ProfileForm => ({ ...toForm({}), ...posted });

const isoDate = (form: ProfileForm): string => {
  const [day, month, year] = [form['dob-day'], form['dob-month'], form['dob-year']].map((part) => part.trim());
  return day && month && year ? `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
};

export const toInput = (form: ProfileForm): ProfileInput => ({
  fullName: form.fullName,
  dateOfBirth: isoDate(form),
  sex: form.sex,
  citizenNo: form.citizenNo,
  citizenNoConfirmed: form.citizenNoConfirmed === 'yes',
  address: form.address,
});

/** A form filled from what is known: the stored profile or an ID card. The stored number is never filled in. */
export function toForm(known: Partial<ProfileValues> | Profile): ProfileForm {
  const [year = '', month = '', day = ''] = (known.dateOfBirth ?? '').split('-');
  return {
    fullName: known.fullName ?? '',
    'dob-day': day,
    'dob-month': month,
    'dob-year': year,
    sex: known.sex ?? '',
    citizenNo: ('citizenNo' in known ? known.citizenNo : null) ?? '',
    citizenNoConfirmed: '',
    address: known.address ?? '',
  };
}

/** Names of the page's fields with their sentences, in the page's order. */
export function faultLines(faults: ProfileFaults, lang: Lang): { name: string; message: string }[] {
  const words = accountText(lang);
  return faults.fields.map((field) => ({
    name: field === 'dateOfBirth' ? 'dob' : field,
    message: field === 'citizenNo' ? citizenNoSentence(faults, lang) : words.errors[field],
  }));
}

/** The number's own check speaks Vietnamese; in English, and where the person may confirm, the page has its own words. */
function citizenNoSentence({ citizenNo, askToConfirm }: ProfileFaults, lang: Lang): string {
  const words = accountText(lang);
  const doubt = citizenNo ? words.citizenNoDoubts[citizenNo.code] : undefined;
  if (askToConfirm) return `${doubt ?? words.errors.citizenNo} ${words.orConfirm}`;
  return lang === 'vi' && citizenNo ? citizenNo.message : words.errors.citizenNo;
}
