import type { Refusal } from '../../platform/problem.ts';
import type { ProfileFields } from './model.ts';
import { refuse } from './problems.ts';

export type ProfileField = keyof ProfileFields;
/** As typed. */
export type ProfileForm = Readonly<Record<ProfileField, string>>;

const MOST: Readonly<Record<ProfileField, number>> = {
  hotline: 30,
  hotlineHours: 120,
  address: 200,
  identifier: 20,
  centreName: 120,
};

/** Both shapes in use (facts §1.1): of Decision 20/2020/QĐ-TTg, and the older one of QCVN 102:2016/BTTTT. */
const IDENTIFIER = /^(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,3})$/;
/** "T" is ours (decision 0005): no assigned identifier begins with it. */
const PROVISIONAL = /^T[0-9]/;

const clean = (text: string): string | null => text.normalize('NFC').replace(/\s+/g, ' ').trim() || null;

/** The form as it would be kept; empty fields are null. */
export function readProfile(form: ProfileForm): ProfileFields {
  return {
    hotline: clean(form.hotline),
    hotlineHours: clean(form.hotlineHours),
    address: clean(form.address),
    identifier: clean(form.identifier)?.toUpperCase().replace(/\s/g, '') ?? null,
    centreName: clean(form.centreName),
  };
}

/** What is wrong with each field. */
export function profileFaults(fields: ProfileFields): (readonly [ProfileField, Refusal])[] {
  const faults: [ProfileField, Refusal][] = [];
  for (const [field, most] of Object.entries(MOST) as [ProfileField, number][]) {
    if ((fields[field]?.length ?? 0) > most) faults.push([field, refuse('text-too-long', { most })]);
  }
  if (fields.hotline && !isCallable(fields.hotline)) faults.push(['hotline', refuse('hotline-invalid')]);
  if (fields.identifier && PROVISIONAL.test(fields.identifier)) {
    faults.push(['identifier', refuse('identifier-provisional')]);
  } else if (fields.identifier && !IDENTIFIER.test(fields.identifier)) {
    faults.push(['identifier', refuse('identifier-invalid')]);
  }
  return faults;
}

/** A number that somebody can dial: a short service number, a 1900 number, a landline or a mobile. */
function isCallable(text: string): boolean {
  const digits = text.replace(/[\s.()-]/g, '');
  return /^\+?\d{4,12}$/.test(digits);
}
