import type { Profile } from '../../modules/identity/model.ts';
import type { Lang } from '../../platform/problem.ts';
import { accountText } from './text.ts';

/** The profile as a person reads it. */
export function profileRows(profile: Profile, lang: Lang): { label: string; value: string | undefined }[] {
  const words = accountText(lang);
  return [
    { label: words.fullName, value: profile.fullName ?? undefined },
    { label: words.dateOfBirth, value: profile.dateOfBirth?.split('-').reverse().join('/') },
    { label: words.sex, value: profile.sex ? words.sexes[profile.sex] : undefined },
    { label: words.citizenNo, value: profile.citizenNoMask ?? undefined },
    { label: words.address, value: profile.address ?? undefined },
    { label: words.phone, value: profile.phone?.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3') },
  ];
}
