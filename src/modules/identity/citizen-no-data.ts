import { readFileSync } from 'node:fs';
import { fromRoot } from '../../platform/paths.ts';
import { type CitizenNoCheck, type CitizenNoData, checkCitizenNo } from './citizen-no-rules.ts';
import type { Sex } from './model.ts';

let loaded: CitizenNoData | undefined;

/** Our own dated data about personal numbers (`db/seed/identity`), read once. */
export function citizenNoData(): CitizenNoData {
  loaded ??= JSON.parse(readFileSync(fromRoot('db', 'seed', 'identity', 'citizen-no.json'), 'utf8')) as CitizenNoData;
  return loaded;
}

/** {@link checkCitizenNo} for one local day (YYYY-MM-DD), in the shape that forms take. */
export const citizenNoChecker =
  (today: string) =>
  (
    number: string,
    facts: { readonly sex?: Sex | undefined; readonly dateOfBirth?: string | undefined },
  ): CitizenNoCheck =>
    checkCitizenNo(number, { ...facts, today, data: citizenNoData() });
