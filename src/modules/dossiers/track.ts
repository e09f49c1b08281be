import type { Db } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/problem.ts';
import { refusePlatform } from '../../platform/problem.ts';
import { allow, type ThrottleRule } from '../../platform/throttle.ts';
import { findUnitByIdentifier, parseLocalDate, toLocal } from '../units/index.ts';
import type { DueStep, State } from './model.ts';
import { refuse } from './problems.ts';
import { maskName, normaliseSecret, parseDossierCode } from './rules.ts';
import { SECRET_LENGTH, secretHash } from './secrets.ts';
import { type DossierView, dossierByTracking } from './store-read.ts';

/** 8 base32 characters are 40 bits: at this rate a code's secret is not found by guessing within a lifetime. */
const BY_CODE: ThrottleRule = { name: 'tracking:code', limit: 20, windowSeconds: 900 };
/** A neighbourhood behind one address shares it; a scanner of codes is stopped. */
const BY_ADDRESS: ThrottleRule = { name: 'tracking:address', limit: 60, windowSeconds: 900 };
const WAIT_MINUTES = 15;

/** What someone with the receipt in hand may see: no personal data beyond masked names. */
export interface PublicDossier {
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly hotline: string | null;
  readonly procedureName: string;
  readonly applicant: string;
  readonly subject: string;
  readonly state: State;
  readonly submittedAt: Date;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly dueSteps: readonly DueStep[];
  readonly dueSentence: string | null;
  readonly dueTentative: boolean;
  readonly finishedAt: Date | null;
  readonly handedOverAt: Date | null;
  /** Steps with their times, without names and notes. */
  readonly actions: readonly {
    readonly kind: string;
    readonly from: State | null;
    readonly to: State;
    readonly at: string;
  }[];
  /** What is to be mended, by its label only: reasons may name people. */
  readonly asked: readonly string[];
}

/** A code and secret that were found right; kept by the door so that a page can be shown again. */
export interface TrackingPass {
  readonly code: string;
  readonly secret: string;
}

/**
 * Checks what was typed or scanned, throttled by address and by code. An unknown code and a wrong secret are
 * refused in the same words. Refusals: `tracking-not-found`, `platform.too-many`.
 */
export async function trackDossier(
  deps: { db: Db; now: Date; address: string },
  typed: { code: string; secret: string },
): Promise<{ pass: TrackingPass; dossier: PublicDossier } | Refusal> {
  const { db, now, address } = deps;
  const byAddress = await allow(db, BY_ADDRESS, address, now);
  const parsed = parseDossierCode(typed.code);
  const byCode = !parsed || (await allow(db, BY_CODE, parsed.code, now));
  if (!byAddress || !byCode) return refusePlatform('too-many', { minutes: WAIT_MINUTES });
  const pass = parsed && { code: parsed.code, secret: normaliseSecret(typed.secret) };
  const dossier = pass && (await seeDossier(db, now, pass));
  return pass && dossier ? { pass, dossier } : refuse('tracking-not-found');
}

/** The dossier of a pass that was checked before; two statements. Null when it does not open (any more). */
export async function seeDossier(db: Db, now: Date, pass: TrackingPass): Promise<PublicDossier | null> {
  const parsed = parseDossierCode(pass.code);
  if (!parsed || pass.secret.length !== SECRET_LENGTH) return null;
  const given = parseLocalDate(parsed.day);
  const unit = given ? await findUnitByIdentifier(db, parsed.identifier, given, toLocal(now).date) : null;
  const found = unit && (await dossierByTracking(db, unit.unitId, parsed.code, secretHash(pass.secret)));
  return unit && found ? publicDossier(found, unit) : null;
}

const publicDossier = (
  view: DossierView,
  unit: { unitId: string; name: string; hotline: string | null },
): PublicDossier => ({
  code: view.code,
  unitId: unit.unitId,
  unitName: unit.name,
  hotline: unit.hotline,
  procedureName: view.procedureName,
  applicant: maskName(view.applicantName),
  subject: maskName(view.subjectName),
  state: view.state,
  submittedAt: view.submittedAt,
  receivedAt: view.receivedAt,
  dueAt: view.dueAt,
  dueSteps: view.dueSteps,
  dueSentence: view.dueSentence,
  dueTentative: view.dueTentative,
  finishedAt: view.finishedAt,
  handedOverAt: view.handedOverAt,
  actions: view.actions.map(({ kind, from, to, at }) => ({ kind, from, to, at })),
  asked: view.openDefects.map(({ targetLabel }) => targetLabel),
});
